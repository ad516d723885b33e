using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace BorderWatch.Ingestion.Tests.Alerts;

/// <summary>What a mail server does with the next connections.</summary>
public enum MailMood
{
    /// <summary>Takes every message.</summary>
    Takes,

    /// <summary>Says at once that it is not available.</summary>
    IsAway,

    /// <summary>Asks to try later when it hears the address (greylisting).</summary>
    AsksForLater,

    /// <summary>Knows no such address.</summary>
    KnowsNobody,

    /// <summary>Accepts the connection and says nothing.</summary>
    Stalls,

    /// <summary>Breaks off in the middle of the message, which it does not keep.</summary>
    CutsBeforeTheEnd,

    /// <summary>Keeps the message and breaks off before it says so.</summary>
    CutsBeforeTheAnswer,
}

/// <summary>A mail server on loopback that does as the test says, and remembers what it has kept.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<MimeMessage> _kept = new();
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public MailMood Mood { get; set; }

    /// <summary>What it has kept, in the order of arrival.</summary>
    public IReadOnlyList<MimeMessage> Kept => [.. _kept];

    /// <summary>How many connections were made.</summary>
    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> talks = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                talks.Add(TalkAsync(client, Mood));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client, MailMood mood)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                if (mood == MailMood.Stalls) await Task.Delay(Timeout.Infinite, _stop.Token);
                await TalkAsync(stream, mood);
            }
            catch (Exception fault) when (fault is OperationCanceledException or IOException)
            {
                return; // The other side, or the test, has gone.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream, MailMood mood)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        Task SayAsync(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token).AsTask();
        await SayAsync(mood == MailMood.IsAway ? "421 not now" : "220 test");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT" when mood == MailMood.AsksForLater:
                    await SayAsync("451 4.7.1 greylisted, try later");
                    break;
                case "RCPT" when mood == MailMood.KnowsNobody:
                    await SayAsync("550 5.1.1 no such user");
                    break;
                case "DATA":
                    await SayAsync("354 go on");
                    if (mood == MailMood.CutsBeforeTheEnd) return;
                    await KeepAsync(reader);
                    if (mood == MailMood.CutsBeforeTheAnswer) return;
                    await SayAsync("250 kept");
                    break;
                case "QUIT":
                    await SayAsync("221 bye");
                    return;
                default:
                    await SayAsync("250 well");
                    break;
            }
        }
    }

    private async Task KeepAsync(StreamReader reader)
    {
        using var raw = new MemoryStream();
        while (await reader.ReadLineAsync(_stop.Token) is { } line and not ".")
            raw.Write(Encoding.Latin1.GetBytes((line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line) + "\r\n"));
        raw.Position = 0;
        _kept.Enqueue(await MimeMessage.LoadAsync(raw, _stop.Token));
    }
}
