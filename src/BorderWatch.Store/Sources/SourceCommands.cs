using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Sources;

internal sealed class SourceCommands(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : ISourceCommands
{
    private const int LongestAddress = 2000;
    private const int Attempts = 3;
    private static readonly TimeSpan s_shortestInterval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longestInterval = TimeSpan.FromDays(7);

    public async Task<CommandResult<Guid>> AddFeedAsync(
        string name, string feedUrl, string? countryCode, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new(default, refusal);
        name = name.Trim();
        feedUrl = feedUrl.Trim();
        countryCode = countryCode?.Trim().ToUpperInvariant() is { Length: > 0 } code ? code : null;
        if ((CommandErrors.OfName(name, "source") ?? OfAddress(feedUrl, by) ?? CommandErrors.OfCountry(countryCode)) is { } error)
            return new(default, error);

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await TakenAsync(db, name, feedUrl, cancellation) is { } taken) return new(default, taken);

        var source = new Source { Name = name, Kind = SourceKind.Feed, FeedUrl = feedUrl, CountryCode = countryCode, CreatedAt = clock.GetUtcNow() };
        db.Add(source);
        db.Add(RevisionOf(source.Id, by.Name, "added", new { name = To(name), feedUrl = To(feedUrl), countryCode = To(countryCode) }));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsTaken())
        {
            // Somebody else was quicker by a moment.
            return new(default, await TakenAsync(db, name, feedUrl, cancellation) ?? "Somebody added such a source at the same time; look at the list.");
        }
        return new(source.Id, null);
    }

    public async Task<CommandResult<bool>> SetEnabledAsync(Guid sourceId, bool enabled, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new(default, refusal);
        return new(enabled, await ChangeAsync(sourceId, source =>
        {
            if (source.FeedUrl is null) return ($"\"{source.Name}\" has no feed, so there is nothing to switch on or off.", null);
            if (source.IsEnabled == enabled) return (null, null);
            source.IsEnabled = enabled;
            return (null, RevisionOf(source.Id, by.Name, enabled ? "switched on" : "switched off", new { isEnabled = new { from = !enabled, to = enabled } }));
        }, cancellation));
    }

    public async Task<CommandResult<TimeSpan>> SetPollIntervalAsync(Guid sourceId, TimeSpan interval, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new(default, refusal);
        if (interval < s_shortestInterval || interval > s_longestInterval) return new(default, "Give an interval from 5 minutes to 7 days.");
        return new(interval, await ChangeAsync(sourceId, source =>
        {
            var before = source.PollInterval;
            if (before == interval) return (null, null);
            source.PollInterval = interval;
            return (null, RevisionOf(source.Id, by.Name, "polled at another interval", new { pollInterval = new { from = before, to = interval } }));
        }, cancellation));
    }

    public async Task<CommandResult<bool>> GradeAsync(Guid sourceId, SourceReliability? reliability, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(default, refusal);
        return new(true, await ChangeAsync(sourceId, source =>
        {
            var before = source.Reliability;
            if (before == reliability) return (null, null);
            source.Reliability = reliability;
            return (null, RevisionOf(source.Id, by.Name, "graded", new { reliability = new { from = before?.ToString(), to = reliability?.ToString() } }));
        }, cancellation));
    }

    // A poll writes its outcome to the row without asking anybody: whoever meets one looks again and changes what stands then.
    private async Task<string?> ChangeAsync(Guid sourceId, Func<Source, (string? Error, Revision? Revision)> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var source = await db.Sources.SingleOrDefaultAsync(s => s.Id == sourceId, cancellation);
            if (source is null) return "There is no such source any more; reload the page.";
            var (error, revision) = change(source);
            if (error is not null || revision is null) return error;
            db.Add(revision);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return null;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                continue;
            }
            catch (DbUpdateConcurrencyException)
            {
                return "The source was changed at the same time, perhaps by a poll; try again.";
            }
        }
    }

    /// <summary>A sentence where an address is no feed's address; null where it can be one.</summary>
    private static string? OfAddress(string address, Caller by)
    {
        if (address.Length == 0) return "Give the feed's address.";
        if (address.Length > LongestAddress) return $"The address is {address.Length} characters long; use at most {LongestAddress}.";
        if (address.Any(char.IsControl)) return "The address holds a control character; copy it anew.";
        // Whoever comes over the network must not make the server read its own files.
        if (Path.IsPathFullyQualified(address)) return by == Caller.Local ? null : "A file of the server can only be named at the server itself, by the command borderwatch ingest. Give an address that begins with http:// or https://.";
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 }
            ? null
            : "The address must begin with http:// or https://, or be the full path of a file on the server.";
    }

    private static async Task<string?> TakenAsync(BorderWatchDbContext db, string name, string feedUrl, CancellationToken cancellation)
    {
        var other = await db.Sources.AsNoTracking()
            .Where(source => source.FeedUrl == feedUrl || source.Name.ToLower() == name.ToLower())
            .OrderByDescending(source => source.FeedUrl == feedUrl)
            .Select(source => new { source.Name, source.FeedUrl })
            .FirstOrDefaultAsync(cancellation);
        if (other is null) return null;
        return other.FeedUrl == feedUrl
            ? $"That feed is here already, as \"{other.Name}\"."
            : $"There is a source named \"{other.Name}\" already; choose another name.";
    }

    private Revision RevisionOf(Guid source, string by, string action, object changes) => new()
    {
        SubjectType = "source",
        SubjectId = source,
        At = clock.GetUtcNow(),
        By = by,
        Action = action,
        Changes = JsonSerializer.Serialize(changes),
    };

    private static object To(string? value) => new { from = (string?)null, to = value };
}
