namespace BorderWatch.Store.Accounts;

/// <summary>The settings of the section "Accounts".</summary>
public sealed class AccountOptions
{
    /// <summary>True where anybody who reaches the address may read without an account.</summary>
    public bool AnonymousReading { get; set; }

    /// <summary>True where everybody on this machine is signed in as <see cref="Caller.Demo"/>; only on loopback, only while there are no accounts. <c>--demo</c> sets it.</summary>
    public bool DemoUser { get; set; }

    /// <summary>A session that nobody used for so long has ended.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(8);

    /// <summary>A session ends after so long, used or not.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often an open page looks whether its session still stands.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>An invitation or a link for a new password works for so long.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>So many failures in a row lock an account for <see cref="LockedFor"/>.</summary>
    public int FailuresBeforeLock { get; set; } = 10;

    /// <summary>How long failures lock an account.</summary>
    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Sign-ins are kept for so long.</summary>
    public TimeSpan AuditKept { get; set; } = TimeSpan.FromDays(365);

    /// <summary>Signing in through the organisation's own sign-in; off unless configured.</summary>
    public OpenIdOptions OpenId { get; } = new();

    /// <summary>The domain that passkeys belong to, where it is not simply the one that the browser asks for: a parent domain, or behind a proxy that names another. Null takes that of the request.</summary>
    public string? PasskeyDomain { get; set; }

    /// <summary>So many posted forms of signing in and joining a minute are taken from one network address.</summary>
    public int FormsPerMinute { get; set; } = 30;
}
