using System.Globalization;
using BenchmarkDotNet.Running;
using BorderWatch.Benchmarks.Circuits;
using BorderWatch.Benchmarks.Editors;
using BorderWatch.Benchmarks.Extraction;
using BorderWatch.Benchmarks.Ingestion;
using BorderWatch.Benchmarks.Store;

if (args is ["views", var connectionString, .. var rest]) return await ViewCheck.RunAsync(connectionString, rest.FirstOrDefault());
if (args is ["circuits", var site, ..]) return await CircuitsCheck.RunAsync(site, args);
if (args is ["articles", var database, var count]) return await ArticlesCheck.RunAsync(database, int.Parse(count, CultureInfo.InvariantCulture), CancellationToken.None);
if (args is ["editors", ..]) return await EditorsCheck.RunAsync(args);
if (args is ["editors-server", var folder, var port, var incidents]) return await EditorsServer.RunAsync(folder, port, int.Parse(incidents, CultureInfo.InvariantCulture));
if (args is ["escalation"]) return EscalationCheck.Run();
if (args is ["extract"]) return ExtractionCheck.Run([.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.jsonl")]);
BenchmarkSwitcher.FromAssembly(typeof(ViewCheck).Assembly).Run(args);
return 0;
