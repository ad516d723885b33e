using BorderWatch.Ingestion.Scheduling;

namespace BorderWatch.Ingestion.Tests.Scheduling;

public sealed class RepeatingTests
{
    [Fact]
    public async Task WorkThatFails_ByItsOwnTimeLimitToo_IsToldAndDoneAgain()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        List<Exception> told = [];
        var times = 0;

        var repeating = Repeating.EveryAsync(TimeSpan.FromMilliseconds(5), TimeProvider.System, _ => ++times switch
        {
            1 => throw new InvalidOperationException("The database is away."),
            2 => throw new TaskCanceledException("A time limit."),
            _ => stop.CancelAsync(),
        }, told.Add, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => repeating);
        Assert.Equal(3, times);
        Assert.Equal([typeof(InvalidOperationException), typeof(TaskCanceledException)], told.Select(fault => fault.GetType()));
    }
}
