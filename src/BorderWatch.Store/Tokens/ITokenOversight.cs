using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Tokens;

/// <summary>What administrators do with everybody's tokens; each needs <see cref="Permission.ManageAccounts"/>.</summary>
public interface ITokenOversight
{
    /// <summary>All tokens that are not revoked, by owner, the newest first.</summary>
    Task<CommandResult<IReadOnlyList<TokenRow>>> ListAsync(Caller by, CancellationToken cancellation);

    /// <summary>Makes a token useless, whoever's it is.</summary>
    Task<CommandResult<bool>> RevokeAsync(Guid token, Caller by, CancellationToken cancellation);
}
