using BorderWatch.Store.Timeline;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Timeline;

public sealed class ArrivalsTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task Save_IsHeardOnAnotherConnection()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var heard = new TaskCompletionSource();
        var listening = ListenAsync();

        // When the listening has begun nobody knows: saves go on until one is heard.
        while (!heard.Task.IsCompleted)
        {
            await TellAsync(OneIncident());
            await Task.WhenAny(heard.Task, listening, Task.Delay(50, Cancellation));
        }
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);

        async Task ListenAsync()
        {
            await foreach (var _ in Get<IArrivals>().ListenAsync(stop.Token)) heard.TrySetResult();
        }
    }

    [Fact]
    public async Task ReportedAfter_CountsWhatCameLater()
    {
        await TellAsync(OneIncident());
        var timeline = Get<ITimelineQuery>();

        Assert.Equal(0, await timeline.CountAsync(new() { ReportedAfter = await timeline.NewestAsync(Cancellation) }, Cancellation));
        Assert.Equal(1, await timeline.CountAsync(new() { ReportedAfter = Story.Arrival.AddSeconds(-1) }, Cancellation));
    }

    private static Story OneIncident()
    {
        var story = new Story();
        story.Incident("Somebody arrives");
        return story;
    }
}
