using System.Collections.Concurrent;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>
/// Keeps us from burdening a host: one request at a time, a pause between two, none while it asks to be left alone or does not
/// answer at all.
/// </summary>
internal sealed class HostPace(FetchingOptions options, TimeProvider time)
{
    // So many connections in a row that came to nothing: the host is down, and the next hundred would wait in vain.
    private const int DownAfter = 4;

    private const int MostHosts = 4000;

    private static readonly TimeSpan WhileDown = TimeSpan.FromMinutes(5);

    // A host may ask for a day; longer is a mistake, and the next poll asks again.
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);

    // A pause that robots.txt asks for is kept up to this: an outlet that asks for more would be read days late.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a host is not asked now, in a sentence; null where it may be.</summary>
    public FetchResult.Failed? Resting(Uri address)
    {
        if (!_hosts.TryGetValue(address.Authority, out var host) || host.RestsUntil <= time.GetUtcNow()) return null;
        var until = host.RestsUntil - time.GetUtcNow();
        return host.IsDown
            ? new FetchResult.Failed($"“{address.Host}” has not answered for some time; it is asked again in {Minutes(until)}.", MayPass: true, until)
            : new FetchResult.Failed($"“{address.Host}” has asked to be left alone; it is asked again in {Minutes(until)}.", MayPass: true, until);
    }

    /// <summary>Waits for the host's turn. Dispose the result when the answer is read.</summary>
    public async Task<IDisposable> EnterAsync(Uri address, CancellationToken cancellation)
    {
        if (_hosts.Count > MostHosts) Forget();
        var host = _hosts.GetOrAdd(address.Authority, _ => new Host(options.HostDelay));
        await host.Turn.WaitAsync(cancellation);
        try
        {
            var wait = host.LastAskedAt + host.Pause - time.GetUtcNow();
            if (wait > TimeSpan.Zero) await Task.Delay(wait < LongestPause ? wait : LongestPause, time, cancellation);
            return new Turn(host, time);
        }
        catch
        {
            host.Turn.Release();
            throw;
        }
    }

    /// <summary>Takes note of what came of a request.</summary>
    public void Note(Uri address, FetchResult result)
    {
        if (!_hosts.TryGetValue(address.Authority, out var host)) return;
        var failed = result as FetchResult.Failed;
        host.Failures = failed is { MayPass: true, RetryAfter: null } ? host.Failures + 1 : 0;
        host.IsDown = host.Failures >= DownAfter;
        var rest = host.IsDown ? WhileDown : failed?.RetryAfter ?? TimeSpan.Zero;
        host.RestsUntil = time.GetUtcNow() + (rest < LongestRest ? rest : LongestRest);
    }

    /// <summary>Keeps at least this pause between two requests, as the host's robots.txt asks.</summary>
    public void Ask(Uri address, TimeSpan pause)
    {
        var host = _hosts.GetOrAdd(address.Authority, _ => new Host(options.HostDelay));
        host.Pause = pause > LongestPause ? LongestPause : pause > options.HostDelay ? pause : options.HostDelay;
    }

    private static string Minutes(TimeSpan time) => time < TimeSpan.FromMinutes(2) ? "a minute" : time < TimeSpan.FromHours(2) ? $"{time.TotalMinutes:0} minutes" : $"{time.TotalHours:0} hours";

    private void Forget()
    {
        foreach (var (name, host) in _hosts)
        {
            if (host.Turn.CurrentCount == 1 && host.RestsUntil < time.GetUtcNow() && host.LastAskedAt < time.GetUtcNow() - WhileDown) _hosts.TryRemove(name, out _);
        }
    }

    private sealed class Host(TimeSpan pause)
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public TimeSpan Pause { get; set; } = pause;

        public DateTimeOffset LastAskedAt { get; set; }

        public DateTimeOffset RestsUntil { get; set; }

        public int Failures { get; set; }

        public bool IsDown { get; set; }
    }

    private sealed class Turn(Host host, TimeProvider time) : IDisposable
    {
        public void Dispose()
        {
            host.LastAskedAt = time.GetUtcNow();
            host.Turn.Release();
        }
    }
}
