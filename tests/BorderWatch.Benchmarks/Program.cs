using BenchmarkDotNet.Running;
using BorderWatch.Benchmarks.Extraction;
using BorderWatch.Benchmarks.Store;

if (args is ["volume", var connectionString, .. var rest]) return await VolumeCheck.RunAsync(connectionString, rest.FirstOrDefault(), CancellationToken.None);
if (args is ["extract"]) return ExtractionCheck.Run([.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.jsonl")]);
BenchmarkSwitcher.FromAssembly(typeof(VolumeCheck).Assembly).Run(args);
return 0;
