using System.Globalization;
using System.Text.RegularExpressions;

namespace BorderWatch.Ingestion.Reading;

/// <summary>What an article's address tells, and the form in which two spellings of one address are the same.</summary>
public static partial class PageAddress
{
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "mkt_tok", "ocid", "cmpid", "cmp", "ncid", "xtor",
        "at_medium", "at_campaign", "at_link_id", "at_link_type", "at_link_origin", "at_format", "at_ptr_name", "at_bbc_team", "ref", "ref_src", "referrer",
        "feedtype", "feedname", "traffic_source", "smid", "sref", "share", "sharetype", "spm", "wt_mc", "wt.mc_id", "traffic", "amp", "outputtype",
    };

    /// <summary>The address without tracking parameters, fragment and default port, its host in lower case; null where it is no http address.</summary>
    public static string? Canonical(string? address)
    {
        if (!Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p.Split('=')[0] is var name && !Tracking.Contains(name) && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)).ToList();
        var path = uri.AbsolutePath.Length > 1 ? uri.AbsolutePath.TrimEnd('/') : "/";
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{uri.Scheme}://{uri.IdnHost.ToLowerInvariant()}{port}{path}{(kept.Count > 0 ? "?" + string.Join('&', kept) : "")}";
    }

    /// <summary>The day that an address carries ("/2024/03/17/…"), at midnight UTC; null where it carries none.</summary>
    public static DateTimeOffset? Date(string? address)
    {
        var m = DayInPath().Match(address ?? "");
        return m.Success && DateOnly.TryParseExact($"{m.Groups[1]}-{m.Groups[2]}-{m.Groups[3]}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : null;
    }

    [GeneratedRegex(@"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=/|-|$)")]
    private static partial Regex DayInPath();
}
