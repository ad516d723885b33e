using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="IReaderSettings"/>
internal sealed partial class OwnReaderSettings(IServiceScopeFactory scopes, IDbContextFactory<BorderWatchDbContext> contexts) : IReaderSettings
{
    public async Task<ReaderSettings?> FindAsync(Guid session, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await (
            from s in db.AccountSessions.AsNoTracking()
            join a in db.Accounts on s.AccountId equals a.Id
            where s.Id == session
            select new ReaderSettings(a.Language, a.TimeZone, a.Dates)).SingleOrDefaultAsync(cancellation);
    }

    public async Task<CommandResult<bool>> SaveAsync(ReaderSettings settings, Caller by, CancellationToken cancellation)
    {
        if (settings.Language is { } language && !Tag().IsMatch(language)) return new(default, "That is no language that BorderWatch knows; choose one of the list.");
        if (settings.TimeZone is { } zone && (zone.Length > ReaderSettings.Longest || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))) return new(default, "That is no time zone that this server knows; choose one of the list.");
        if (settings.Dates is { } dates && !Enum.IsDefined(dates)) return new(default, "That is no date format that BorderWatch knows; choose one of the list.");
        return await AccountWork.ChangeOwnAsync<bool>(scopes, by, (_, account) =>
        {
            (account.Language, account.TimeZone, account.Dates) = settings;
            return Task.FromResult(new CommandResult<bool>(true, null));
        }, cancellation);
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$")]
    private static partial Regex Tag();
}
