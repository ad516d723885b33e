using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace BorderWatch.Benchmarks.Circuits;

/// <summary>Inside the web process: tells over loopback what it holds. Uses nothing beyond .NET's own library.</summary>
internal static class CircuitProbe
{
    /// <summary>The environment variable that names the probe's port.</summary>
    public const string Port = "BORDERWATCH_PROBE_PORT";

    private static long s_circuits;

    public static void Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meter) =>
            {
                if (instrument.Name == "aspnetcore.components.circuit.active") meter.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref s_circuits, change));
        listener.Start();
        var server = new HttpListener { Prefixes = { $"http://127.0.0.1:{Environment.GetEnvironmentVariable(Port)}/" } };
        server.Start();
        new Thread(() => Answer(server)) { IsBackground = true, Name = "probe" }.Start();
    }

    private static void Answer(HttpListener server)
    {
        while (true)
        {
            var context = server.GetContext();
            var body = JsonSerializer.SerializeToUtf8Bytes(Measure(collects: context.Request.Url?.AbsolutePath == "/collected"));
            context.Response.OutputStream.Write(body);
            context.Response.Close();
        }
    }

    private static ProcessState Measure(bool collects)
    {
        if (collects)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        using var process = Process.GetCurrentProcess();
        return new(Interlocked.Read(ref s_circuits), GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64, process.TotalProcessorTime.TotalSeconds);
    }
}

/// <summary>What the web process holds.</summary>
/// <param name="Circuits">Circuits that are alive, those waiting for their browser to come back among them.</param>
/// <param name="Heap">Managed memory, bytes; what is live where it was asked after a collection.</param>
/// <param name="WorkingSet">Memory of the process, bytes.</param>
/// <param name="ProcessorSeconds">Processor time since its start.</param>
internal sealed record ProcessState(long Circuits, long Heap, long WorkingSet, double ProcessorSeconds)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Circuits} circuits, {Heap / 1e6:N0} MB of live managed memory, {WorkingSet / 1e6:N0} MB of memory in all, {ProcessorSeconds:N0} s of processor time");
}
