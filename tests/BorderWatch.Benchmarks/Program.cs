using BenchmarkDotNet.Running;
using BorderWatch.Benchmarks.Store;

if (args is ["volume", var connectionString, .. var rest]) return await VolumeCheck.RunAsync(connectionString, rest.FirstOrDefault(), CancellationToken.None);
BenchmarkSwitcher.FromAssembly(typeof(VolumeCheck).Assembly).Run(args);
return 0;
