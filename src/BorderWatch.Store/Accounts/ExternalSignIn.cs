using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="IExternalSignIn"/>
internal sealed class ExternalSignIn(IServiceScopeFactory scopes, IOptions<AccountOptions> options, NewSessions sessions, TimeProvider clock) : IExternalSignIn
{
    private OpenIdOptions Settings => options.Value.OpenId;

    public async Task<SignInStep> WithIdentityAsync(ExternalIdentity who, Origin from, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        Account? account;
        await using (var transaction = await work.BeginAloneAsync(cancellation))
        {
            (account, var refusal) = await FindAsync(work, who, cancellation);
            refusal ??= account is null ? SignInOutcome.ExternalUnknown : sessions.StandingRefusal(account) ?? await SetRoleAsync(work, account, who, cancellation);
            if (refusal is { } outcome)
            {
                await transaction.RollbackAsync(cancellation);
                work.Db.ChangeTracker.Clear();
                await sessions.RecordAsync(work, account?.Id is { } id && await work.Db.Accounts.AnyAsync(a => a.Id == id, cancellation) ? id : null, outcome, from, cancellation);
                return new SignInStep.Refused(ExternalRefusals.Sentence(outcome)!) { Outcome = outcome };
            }
            await work.Db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        if (!account!.TwoFactorEnabled) return await sessions.BeginAsync(work, account, SignInOutcome.ExternalSignedIn, from, cancellation);
        await sessions.RecordAsync(work, account.Id, SignInOutcome.CodeAsked, from, cancellation);
        return new SignInStep.CodeNeeded(account.Id, account.SecurityStamp!);
    }

    /// <summary>Whose account it is, linked or made where it has to be; or why it is nobody's.</summary>
    private async Task<(Account? Account, SignInOutcome? Refusal)> FindAsync(AccountWork work, ExternalIdentity who, CancellationToken cancellation)
    {
        var linked = await (
            from login in work.Db.AccountLogins
            join account in work.Db.Accounts on login.AccountId equals account.Id
            where login.Issuer == who.Issuer && login.Subject == who.Subject && account.RemovedAt == null
            select account).SingleOrDefaultAsync(cancellation);
        if (linked is not null) return (linked, null);
        // What follows goes by the address, which anybody may claim to have.
        if (who is not { Email: { } email, EmailIsVerified: true } || AccountWords.OfEmail(email) is not null) return (null, SignInOutcome.ExternalUnverified);

        var normalized = work.Users.NormalizeName(email);
        var known = await work.Db.Accounts.SingleOrDefaultAsync(account => account.NormalizedUserName == normalized && account.RemovedAt == null, cancellation);
        if (known is not null)
        {
            // Normalisation takes a Kelvin sign for a K; a provider may have given that address to somebody else.
            if (!string.Equals(known.Email, email, StringComparison.OrdinalIgnoreCase)) return (null, SignInOutcome.ExternalUnknown);
            if (await work.Db.AccountLogins.AnyAsync(login => login.AccountId == known.Id && login.Issuer == who.Issuer, cancellation)) return (known, SignInOutcome.ExternalOther);
            Link(work, known, who);
            return (known, null);
        }
        return (await MakeAsync(work, who, email, cancellation), null);
    }

    /// <summary>An account for who is invited, or for anybody where that is configured; null for others.</summary>
    private async Task<Account?> MakeAsync(AccountWork work, ExternalIdentity who, string email, CancellationToken cancellation)
    {
        // The first account is the administrator's, and made by the link on the console.
        if (!await work.Db.Accounts.AnyAsync(cancellation)) return null;
        var now = clock.GetUtcNow();
        var invitations = await work.Db.AccountLinks.Where(link => link.Purpose == LinkPurpose.Invitation && link.ExpiresAt > now && link.Email!.ToLower() == email.ToLower()).ToListAsync(cancellation);
        var invitation = invitations.Find(link => string.Equals(link.Email, email, StringComparison.OrdinalIgnoreCase));
        if (invitation is null && Settings.Admit is not OpenIdAdmission.Everybody) return null;

        var name = invitation?.Name ?? who.Name?.Trim() ?? "";
        // Whose name is taken, or none, stands in the history by the address, which is nobody else's.
        if (AccountWords.OfName(name) is not null || await work.TakenAsync(name, email, cancellation) is not null) name = email.Length <= Account.LongestName ? email : email[..Account.LongestName];
        if (await work.TakenAsync(name, email, cancellation) is not null) return null;
        var account = new Account { Name = name, UserName = email, Email = email, Role = invitation?.Role ?? Settings.NewRole, CreatedAt = now };
        if (!(await work.Users.CreateAsync(account)).Succeeded) return null;
        work.Record(account.Id, now, name, invitation is null ? $"came in through the sign-in of {who.Issuer}" : $"accepted the invitation of {invitation.CreatedBy} through the sign-in of {who.Issuer}",
            new { role = new { from = (string?)null, to = account.Role.ToString() } });
        if (invitation is not null) work.Db.Remove(invitation);
        Link(work, account, who);
        return account;
    }

    private void Link(AccountWork work, Account account, ExternalIdentity who)
    {
        var now = clock.GetUtcNow();
        work.Db.Add(new AccountLogin { AccountId = account.Id, Issuer = who.Issuer, Subject = who.Subject, LinkedAt = now });
        work.Record(account.Id, now, account.Name, $"linked to the sign-in of {who.Issuer}");
    }

    /// <summary>Gives the role that the provider says, where it is the provider that says it.</summary>
    private async Task<SignInOutcome?> SetRoleAsync(AccountWork work, Account account, ExternalIdentity who, CancellationToken cancellation)
    {
        if (Settings.RoleClaim.Length == 0) return null;
        var roles = who.Roles.Where(Settings.Roles.ContainsKey).Select(word => Settings.Roles[word]).ToList();
        if (roles.Count == 0) return SignInOutcome.ExternalWithoutRole;
        var role = roles.Max();
        // Nobody may be left without an administrator by a word at the provider.
        if (role == account.Role || await AccountCommands.IsLastAsync(work, account, cancellation)) return null;
        work.Record(account.Id, clock.GetUtcNow(), account.Name, $"was given a role by the sign-in of {who.Issuer}", new { role = new { from = account.Role.ToString(), to = role.ToString() } });
        account.Role = role;
        return null;
    }
}
