using System.ComponentModel.DataAnnotations;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>How pages and feeds are fetched.</summary>
public sealed class FetchingOptions
{
    /// <summary>An address or e-mail at which an outlet reaches whoever runs this; sent in the User-Agent. Null sends none.</summary>
    [MaxLength(200)]
    public string? Contact { get; set; }

    /// <summary>
    /// Networks that may be fetched from although they are not public, as CIDR ("127.0.0.1/32"). Empty, as it should stay
    /// unless an outlet of one's own is on the internal network: then nothing that a pasted address or a redirect names
    /// can reach the inside.
    /// </summary>
    public IList<string> AllowedNetworks { get; set; } = [];

    /// <summary>The longest that one fetch may take, redirects included.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes of a body, before and after decompression.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MostBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>The most redirects that are followed.</summary>
    [Range(0, 20)]
    public int MostRedirects { get; set; } = 5;

    /// <summary>How often a fetch is tried again after a server's fault or a broken connection.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>The wait before the first retry; jitter is added, and a server's Retry-After is honoured up to <see cref="LongestWait"/>.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait for a retry: a server that asks for more is left alone until the next poll.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The pause between two requests to one host, which also gets one at a time; robots.txt may ask for a longer one.</summary>
    public TimeSpan HostDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether an outlet's robots.txt is asked before an article's page is fetched. A page that a person pastes is fetched on that person's word.</summary>
    public bool HeedRobots { get; set; } = true;

    /// <summary>
    /// The address of an HTTP proxy that everything is fetched through; null fetches directly. The proxy has to refuse private
    /// networks itself for names that only it can resolve.
    /// </summary>
    [MaxLength(500)]
    public string? Proxy { get; set; }
}
