using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="IPasskeySignIn"/>
internal sealed class PasskeySignIn(IServiceScopeFactory scopes, NewSessions sessions) : IPasskeySignIn
{
    public async Task<SignInStep> WithPasskeyAsync(Guid account, UserPasskeyInfo passkey, Origin from, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        Account? found;
        await using (var transaction = await work.BeginAloneAsync(cancellation))
        {
            found = await work.FindAsync(account, cancellation);
            // It may have been removed since it was looked at: then this would add it again.
            var isTheirs = found is not null && await work.Users.GetPasskeyAsync(found, passkey.CredentialId) is not null;
            var refusal = isTheirs ? sessions.StandingRefusal(found!) : SignInOutcome.WrongPasskey;
            if (refusal is { } outcome)
            {
                await sessions.RecordAsync(work, found?.Id, outcome, from, cancellation);
                await transaction.CommitAsync(cancellation);
                return new SignInStep.Refused(outcome is SignInOutcome.WrongPasskey ? "That passkey does not fit any account here." : "This account is locked. An administrator can help.") { Outcome = outcome };
            }
            await work.Users.AddOrUpdatePasskeyAsync(found!, passkey);
            await transaction.CommitAsync(cancellation);
        }
        return await sessions.BeginAsync(work, found!, SignInOutcome.PasskeySignedIn, from, cancellation);
    }

    public async Task RefuseAsync(Origin from, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        await sessions.RecordAsync(work, null, SignInOutcome.WrongPasskey, from, cancellation);
    }
}
