using System.IO.Compression;
using System.Net;
using System.Text;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Scheduling;

/// <summary>A way in which an outlet misbehaves.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Error">What its source's page says, in part; null where the feed is read all the same.</param>
/// <param name="Articles">How many articles come of it, in however many polls.</param>
/// <param name="Answer">What it answers.</param>
internal sealed record Misbehaviour(string Name, string? Error, int Articles, Func<OutletRequest, OutletResponse> Answer)
{
    private static int s_polls;

    static Misbehaviour() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Every way.</summary>
    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        new("slow", "did not answer within", 0, _ => Xml(Feed(Item(1))) with { Delay = TimeSpan.FromSeconds(20) }),
        new("breaks off", "broke off", 0, _ => Xml(Feed(Item(1), Item(2))) with { BreaksOffAfter = 120 }),
        new("half-closed", "broke off", 0, _ => Xml(Feed(Item(1))) with { BreaksOffAfter = 0 }),
        new("endless", "larger than", 0, _ => Xml(Feed(Item(1)) + new string(' ', 4_000_000))),
        new("gzip bomb", "larger than", 0, Always(Packed("gzip", new byte[100_000_000]))),
        new("brotli bomb", "larger than", 0, Always(Packed("br", new byte[100_000_000]))),
        new("says gzip, sends text", "is damaged", 0, _ => With(Xml(Feed(Item(1))), "Content-Encoding", "gzip")),
        new("unknown compression", "compressed as", 0, _ => With(Xml(Feed(Item(1))), "Content-Encoding", "snappy")),
        new("gzip that nobody declares", "gzip file", 0, _ => new OutletResponse { Body = Packed("gzip", Encoding.UTF8.GetBytes(Feed(Item(1)))).Body }),
        new("huge headers", "could not be reached", 0, _ => With(Xml(Feed(Item(1))), "X-Long", new string('x', 80_000))),
        new("billion laughs", null, 1, _ => Xml(Laughs + Feed(Item(1, "A &lol9; B")))),
        new("external entity", null, 1, _ => Xml("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Feed(Item(1, "A &x; B")))),
        new("redirect loop", "from address to address", 0, r => OutletResponse.Redirect(r.Target)),
        new("redirect to a private network", "not a public address", 0, _ => OutletResponse.Redirect("http://10.0.0.1/feed")),
        new("redirect to the cloud's metadata", "not a public address", 0, _ => OutletResponse.Redirect("http://169.254.169.254/latest/")),
        new("redirect to a file", "which is not fetched", 0, _ => OutletResponse.Redirect("file:///etc/passwd")),
        new("redirect to nowhere", "without naming it", 0, _ => Status(302)),
        new("401", "does not let us in", 0, _ => Status(401)),
        new("404", "check the address", 0, _ => Status(404)),
        new("410", "check the address", 0, _ => Status(410)),
        new("429", "asks to be left alone", 0, _ => With(Status(429), "Retry-After", "7200")),
        new("500", "the fault is the outlet's", 0, _ => Status(500)),
        new("503", "the fault is the outlet's", 0, _ => Status(503)),
        new("304 that nobody asked for", null, 0, _ => Status(304)),
        new("empty", "The feed is empty", 0, _ => Xml("")),
        new("HTML for XML", "This is a web page", 0, _ => Xml("<!doctype html><html><head><title>Hello</title></head></html>")),
        new("plain text", "it is plain text", 0, _ => Xml("Back soon")),
        new("JSON error", "no list of items", 0, _ => Xml("{\"error\": 1}")),
        new("site map", "This is a site map", 0, _ => Xml("<urlset/>")),
        new("wrong charset", null, 1, _ => new OutletResponse { Body = Encoding.GetEncoding("windows-1251").GetBytes("<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + Feed(Item(1, "Мост закрыт"))), ContentType = "text/xml; charset=utf-8" }),
        new("cut XML", null, 2, _ => Xml(Feed(Item(1), Item(2))[..^40])),
        new("bare ampersands and bells", null, 1, _ => Xml(Feed(Item(1, "Salt & sugar \u0007 & <b>tea")))),
        new("nested a hundred thousand deep", null, 1, _ => Xml(Feed(Item(1, string.Concat(Enumerable.Repeat("<i>", 100_000)))))),
        new("one identifier for all", null, 3, _ => Xml(Feed(Item(1), Item(2), Item(3)).Replace("-1</guid>", "-0</guid>", StringComparison.Ordinal).Replace("-2</guid>", "-0</guid>", StringComparison.Ordinal).Replace("-3</guid>", "-0</guid>", StringComparison.Ordinal))),
        new("identifiers that change", null, 1, _ => Xml(Feed(Item(1)).Replace("-1</guid>", $"-{Interlocked.Increment(ref s_polls)}</guid>", StringComparison.Ordinal))),
        new("dates in the future", null, 1, _ => Xml(Feed(Item(1)).Replace("2026", "2099", StringComparison.Ordinal))),
        new("no dates", null, 1, _ => Xml(Feed(Item(1)).Replace("pubDate", "when", StringComparison.Ordinal))),
        new("hostile words", null, 1, _ => Xml(Feed(Item(1, "&lt;script&gt;alert(1)&lt;/script&gt;'; DROP TABLE articles;--")))),
        new("items without words", null, 1, _ => Xml(Feed("<item></item>", Item(1)))),
        new("four hundred items", null, 400, _ => Xml(Feed([.. Enumerable.Range(1, 400).Select(n => Item(n))]))),
    ];

    private static string Laughs => "<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">" + string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY lol{n} \"{string.Concat(Enumerable.Repeat($"&lol{n - 1};", 10))}\">")) + "]>";

    private static string Feed(params string[] items) => $"<rss version=\"2.0\"><channel><title>Farm</title>{string.Concat(items)}</channel></rss>";

    private static string Item(int n, string title = "Weather") =>
        $"<item><title>{title}</title><guid isPermaLink=\"false\">item-{n}</guid><link>/story/{n}</link><pubDate>Thu, 19 Nov 2026 12:00:00 GMT</pubDate><description>Rain is expected on day {n}.</description></item>";

    private static OutletResponse Xml(string text) => new() { Body = Encoding.UTF8.GetBytes(text), ContentType = "application/rss+xml" };

    private static OutletResponse Status(int status) => new() { Status = (HttpStatusCode)status };

    private static OutletResponse With(OutletResponse response, string name, string value) => response with { Headers = new Dictionary<string, string>(response.Headers) { [name] = value } };

    // Made before anybody asks: what takes long to pack must not look like a server that is slow.
    private static Func<OutletRequest, OutletResponse> Always(OutletResponse answer) => _ => answer;

    private static OutletResponse Packed(string encoding, byte[] body)
    {
        var packed = new MemoryStream();
        using (Stream packing = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest) : new BrotliStream(packed, CompressionLevel.Fastest)) packing.Write(body);
        return new OutletResponse { Body = packed.ToArray(), Headers = new Dictionary<string, string> { ["Content-Encoding"] = encoding } };
    }
}
