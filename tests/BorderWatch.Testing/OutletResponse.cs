using System.Net;

namespace BorderWatch.Testing;

/// <summary>What an outlet answers.</summary>
public sealed record OutletResponse
{
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    /// <summary>Null sends none.</summary>
    public string? ContentType { get; init; } = "text/html; charset=utf-8";

    public byte[] Body { get; init; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Waited before anything is sent.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Waited for before anything is sent, as <see cref="Delay"/> is.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    /// <summary>How many bytes of the body are sent before the connection is cut; null sends all.</summary>
    public int? BreaksOffAfter { get; init; }

    public static OutletResponse Redirect(string location) =>
        new() { Status = HttpStatusCode.Found, Headers = new Dictionary<string, string> { ["Location"] = location } };
}
