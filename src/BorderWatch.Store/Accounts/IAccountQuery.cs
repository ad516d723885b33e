namespace BorderWatch.Store.Accounts;

/// <summary>Reads accounts.</summary>
public interface IAccountQuery
{
    /// <summary>True where there is an account, or was one.</summary>
    Task<bool> AnyAsync(CancellationToken cancellation);

    /// <summary>All accounts that are not removed, invitations and the newest sign-ins; a sentence for whoever lacks <see cref="Permission.ManageAccounts"/>.</summary>
    Task<CommandResult<AccountList>> ListAsync(Caller by, CancellationToken cancellation);
}

/// <summary>What administrators see.</summary>
/// <param name="Accounts">By name.</param>
/// <param name="Invitations">Those that can still be accepted, the oldest first.</param>
/// <param name="SignIns">The newest attempts of all accounts, at most 50, the newest first.</param>
public sealed record AccountList(IReadOnlyList<AccountRow> Accounts, IReadOnlyList<InvitationRow> Invitations, IReadOnlyList<SignInRow> SignIns);

/// <summary>An account in the list.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">As history shows it.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Role">What they may do.</param>
/// <param name="IsLocked">True where an administrator has locked it.</param>
/// <param name="LockedUntil">Until when failures lock it, UTC; null where they do not, or no longer.</param>
/// <param name="AsksForCode">True where a code is asked for beside the password.</param>
/// <param name="LastSignedInAt">UTC; null before the first time.</param>
public sealed record AccountRow(Guid Id, string Name, string Email, Role Role, bool IsLocked, DateTimeOffset? LockedUntil, bool AsksForCode, DateTimeOffset? LastSignedInAt);

/// <summary>An invitation in the list.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Of whom.</param>
/// <param name="Email">What they will sign in with.</param>
/// <param name="Role">What they will be.</param>
/// <param name="ExpiresAt">Until when it can be accepted, UTC.</param>
/// <param name="By">Who invited them.</param>
public sealed record InvitationRow(Guid Id, string Name, string Email, Role Role, DateTimeOffset ExpiresAt, string By);

/// <summary>An attempt in the list.</summary>
/// <param name="Record">What happened.</param>
/// <param name="Name">Whose account; null where nobody has the address that was tried.</param>
public sealed record SignInRow(SignInRecord Record, string? Name);
