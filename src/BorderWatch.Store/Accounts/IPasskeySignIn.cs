using Microsoft.AspNetCore.Identity;

namespace BorderWatch.Store.Accounts;

/// <summary>Signs people in who have shown a passkey.</summary>
public interface IPasskeySignIn
{
    /// <summary>Begins a session, where the account is neither locked nor removed. No code is asked for: a passkey is the device and its owner's finger, face or number.</summary>
    /// <param name="account">Whose passkey it is. The caller has checked it against the challenge that was given out.</param>
    /// <param name="passkey">As it is after this use.</param>
    /// <param name="from">From where.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<SignInStep> WithPasskeyAsync(Guid account, UserPasskeyInfo passkey, Origin from, CancellationToken cancellation);

    /// <summary>Records a passkey that was refused.</summary>
    Task RefuseAsync(Origin from, CancellationToken cancellation);
}
