using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Tokens;

/// <inheritdoc cref="ITokenOversight"/>
internal sealed class TokenOversight(IServiceScopeFactory scopes, TimeProvider clock) : ITokenOversight
{
    public async Task<CommandResult<IReadOnlyList<TokenRow>>> ListAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageAccounts) is { } refusal) return new(null, refusal);
        await using var work = AccountWork.Open(scopes);
        return new(await TokenRows.Of(work.Db, null).ToListAsync(cancellation), null);
    }

    public async Task<CommandResult<bool>> RevokeAsync(Guid token, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageAccounts) is { } refusal) return new(false, refusal);
        await using var work = AccountWork.Open(scopes);
        await using var transaction = await work.BeginAloneAsync(cancellation);
        var result = TokenRows.Revoke(work, await work.Db.ApiTokens.SingleOrDefaultAsync(t => t.Id == token, cancellation), by.Name, clock.GetUtcNow());
        if (!result.Succeeded) return result;
        await work.Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }
}
