using System.Globalization;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>What a robots.txt says to us, as RFC 9309 reads it.</summary>
internal sealed class RobotsRules
{
    /// <summary>Everything is allowed.</summary>
    public static readonly RobotsRules AllowAll = new([], null, []);

    /// <summary>Nothing is allowed.</summary>
    public static readonly RobotsRules DenyAll = new([(false, "/")], null, []);

    private const int MostSiteMaps = 50;

    private const string Us = "borderwatch";

    private readonly IReadOnlyList<(bool Allow, string Path)> _rules;

    private RobotsRules(IReadOnlyList<(bool Allow, string Path)> rules, TimeSpan? delay, IReadOnlyList<string> siteMaps) => (_rules, Delay, SiteMaps) = (rules, delay, siteMaps);

    /// <summary>The pause between two requests that it asks for; null where it asks for none.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>The addresses of the site maps that it names, as written.</summary>
    public IReadOnlyList<string> SiteMaps { get; }

    /// <summary>Reads the group that names us, else the one for everybody.</summary>
    public static RobotsRules Read(string text)
    {
        var groups = new Dictionary<string, (List<(bool, string)> Rules, TimeSpan? Delay)>(StringComparer.OrdinalIgnoreCase);
        List<string> agents = [];
        List<string> siteMaps = [];
        var inRules = false;
        foreach (var line in text.Split('\n', '\r'))
        {
            var words = line.Split('#')[0];
            var colon = words.IndexOf(':');
            if (colon < 0) continue;
            var (key, value) = (words[..colon].Trim().ToLowerInvariant(), words[(colon + 1)..].Trim());
            if (key == "user-agent")
            {
                if (inRules) agents = [];
                inRules = false;
                var agent = value.Split('/')[0];
                agents.Add(agent);
                groups.TryAdd(agent, ([], null));
                continue;
            }
            if (key == "sitemap" && siteMaps.Count < MostSiteMaps) siteMaps.Add(value);
            if (key is not ("allow" or "disallow" or "crawl-delay")) continue;
            inRules = true;
            foreach (var agent in agents)
            {
                if (key != "crawl-delay" && value.Length > 0) groups[agent].Rules.Add((key == "allow", value));
                else if (key == "crawl-delay" && double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000)
                    groups[agent] = (groups[agent].Rules, TimeSpan.FromSeconds(seconds));
            }
        }
        return groups.TryGetValue(Us, out var ours) || groups.TryGetValue("*", out ours) ? new RobotsRules(ours.Rules, ours.Delay, siteMaps) : new RobotsRules([], null, siteMaps);
    }

    /// <summary>True where the page may be fetched: the longest rule that fits decides, and of two as long the one that allows.</summary>
    public bool Allows(Uri page)
    {
        var path = page.PathAndQuery;
        var best = (Allow: true, Length: -1);
        foreach (var (allow, pattern) in _rules)
        {
            if (!Fits(pattern, path)) continue;
            if (pattern.Length > best.Length || (pattern.Length == best.Length && allow)) best = (allow, pattern.Length);
        }
        return best.Allow;
    }

    // '*' stands for anything, '$' for the end. Walked once, with one place to go back to, so that no pattern takes long.
    private static bool Fits(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var p = toEnd ? pattern[..^1] : pattern + "*";
        int at = 0, in_ = 0, star = -1, mark = 0;
        while (in_ < path.Length)
        {
            if (at < p.Length && p[at] == '*') { star = at++; mark = in_; }
            else if (at < p.Length && p[at] == path[in_]) { at++; in_++; }
            else if (star >= 0) { at = star + 1; in_ = ++mark; }
            else return false;
        }
        while (at < p.Length && p[at] == '*') at++;
        return at == p.Length;
    }
}
