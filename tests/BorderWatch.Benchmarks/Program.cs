using BenchmarkDotNet.Running;
using BorderWatch.Benchmarks.Extraction;
using BorderWatch.Benchmarks.Store;

if (args is ["views", var connectionString, .. var rest]) return await ViewCheck.RunAsync(connectionString, rest.FirstOrDefault());
if (args is ["extract"]) return ExtractionCheck.Run([.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.jsonl")]);
BenchmarkSwitcher.FromAssembly(typeof(ViewCheck).Assembly).Run(args);
return 0;
