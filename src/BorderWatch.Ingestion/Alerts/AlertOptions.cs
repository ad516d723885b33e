namespace BorderWatch.Ingestion.Alerts;

/// <summary>How alerts are looked for and sent. Bound to the section "Alerts".</summary>
public sealed class AlertOptions
{
    /// <summary>Whether this process looks whether rules fire and sends what is due.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Where readers reach the pages, for the links in mails and webhooks.</summary>
    public Uri Site { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>How often it is looked whether something is to be told or sent.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often escalation is looked for.</summary>
    public TimeSpan EscalationEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The longest that one attempt may take.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait after the first failure; each further one doubles it, a fifth more or less by chance.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(6);

    /// <summary>For how long a delivery is tried, from its first attempt; at least a day.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The mail server.</summary>
    public SmtpOptions Smtp { get; } = new();

    /// <summary>For how long a process has a delivery before another may take it: all that it has leased are tried within it.</summary>
    internal TimeSpan Lease => TimeLimit * 4 + TimeSpan.FromMinutes(1);
}

/// <summary>The mail server through which alerts leave.</summary>
public sealed class SmtpOptions
{
    /// <summary>Its name; empty where there is none, and nothing is mailed.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>As whom to sign in; empty where the server asks for nobody.</summary>
    public string? User { get; set; }

    /// <summary>The password.</summary>
    public string? Password { get; set; }

    /// <summary>Who stands as the sender: an address, or a name with one: <c>BorderWatch &lt;alerts@example.org&gt;</c>.</summary>
    public string From { get; set; } = "";
}

/// <summary>How a connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>It turns to TLS before anything is said; refused where the server cannot.</summary>
    StartTls,

    /// <summary>TLS from the first byte, as on port 465.</summary>
    Tls,

    /// <summary>Not at all: for a server on this machine.</summary>
    None,
}
