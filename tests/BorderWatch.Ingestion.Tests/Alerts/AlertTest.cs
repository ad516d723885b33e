using BorderWatch.Ingestion.Alerts;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Tests.Alerts;

/// <summary>Tests of what alerts send: a rule, incidents that it fires for, and receivers on loopback.</summary>
public abstract class AlertTest(PostgresFixture postgres) : PipelineTest(postgres)
{
    private Source? _source;

    private protected AlertOptions Options => Pipeline.Get<IOptions<AlertOptions>>().Value;

    protected async Task<Guid> RuleAsync(AlertDraft draft)
    {
        var saved = await Pipeline.Get<IAlertCommands>().SaveAsync(null, draft, Caller.Local, Stop);
        Assert.Null(saved.Error);
        return saved.Value;
    }

    protected async Task<AlertView> ViewAsync(Guid rule)
    {
        var found = await Pipeline.Get<IAlertQuery>().FindAsync(rule, Caller.Local, Stop);
        Assert.Null(found.Error);
        return found.Value!;
    }

    /// <summary>Takes in an article of an attack, which is an incident of its own.</summary>
    protected async Task TakeAttackAsync(string town)
    {
        Pipeline.Clock.Shows += TimeSpan.FromMinutes(1);
        _source ??= await SourceAsync("Steppe Wire", "https://steppe.example/rss", "AF");
        await TakeAsync(_source, $"Bomb in {town}", Sample.Bomb(town), DateOnly.FromDateTime(Pipeline.Clock.Shows.UtcDateTime).ToString("yyyy-MM-dd"));
    }

    private protected Task<int> FireAsync() => Pipeline.Get<AlertSchedule>().FireAsync(Stop);

    private protected Task<int> SendAsync() => Pipeline.Get<AlertSending>().SendDueAsync(Stop);

    /// <summary>Lets the time pass in steps, and sends what is due at each.</summary>
    protected async Task PassAsync(TimeSpan span, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            Pipeline.Clock.Shows += step;
            await SendAsync();
        }
    }

    protected async Task<List<AlertDelivery>> DeliveriesAsync()
    {
        await using var db = Pipeline.Open();
        return await db.Set<AlertDelivery>().AsNoTracking().OrderBy(delivery => delivery.Id).ToListAsync(Stop);
    }
}
