using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>Turns a feed's or a page's bytes into text: byte order mark, then the server's charset, then what the text declares, then a look at the bytes.</summary>
internal static partial class FeedEncoding
{
    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text; bytes that do not fit the declared encoding make the next one be tried, never an exception.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Mark(bytes) is { } marked) return marked.Encoding.GetString(bytes[marked.Length..]);
        var declared = Declared(bytes);
        foreach (var candidate in new[] { Named(Charset(contentType)), declared, Encoding.UTF8 })
        {
            if (candidate is not null && Strictly(candidate, bytes) is { } text) return text;
        }
        // A few stray bytes in a text that says what it is: they become U+FFFD, the rest is kept.
        if ((declared ?? Named(Charset(contentType))) is { } named && Strays(named, bytes) is { } mostly) return mostly;
        var guess = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        return (guess is { Confidence: > 0.5f } ? guess.Encoding ?? Named(guess.EncodingName) : null ?? Named("windows-1252"))!.GetString(bytes);
    }

    private static (Encoding Encoding, int Length)? Mark(ReadOnlySpan<byte> b) => b switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [(byte)'<', 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, (byte)'<', ..] => (new UTF32Encoding(true, false), 0),
        [(byte)'<', 0, ..] => (Encoding.Unicode, 0),
        [0, (byte)'<', ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        // 4C 6F A7 94 is "<?xm" in EBCDIC.
        if (bytes is [0x4C, 0x6F, 0xA7, 0x94, ..])
        {
            var ebcdic = Encoding.GetEncoding("IBM037").GetString(bytes[..Math.Min(bytes.Length, 256)]);
            return Named(Declaration().Match(ebcdic).Groups[1].Value) ?? Encoding.GetEncoding("IBM037");
        }
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        var declared = Named(Declaration().Match(head).Groups[1].Value) ?? Named(MetaCharset().Match(head).Groups[1].Value);
        // A declaration that could be read byte by byte is not in UTF-16 or UTF-32, whatever it says.
        return declared is UnicodeEncoding or UTF32Encoding ? Encoding.UTF8 : declared;
    }

    private static string? Charset(string? contentType)
    {
        if (string.IsNullOrWhiteSpace(contentType)) return null;
        var match = CharsetParameter().Match(contentType);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        // As the WHATWG encoding standard has it: pages that say Latin-1 mean windows-1252, GB2312 means GB18030.
        var known = name.Trim().ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1" => "windows-1252",
            "gb2312" or "gbk" => "gb18030",
            "utf8" => "utf-8",
            "iso-8859-9" => "windows-1254",
            var other => other,
        };
        try
        {
            return Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            return null; // an encoding that does not exist is the same as none: the next source of truth is asked
        }
    }

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Strays(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var text = encoding.GetString(bytes);
        return text.AsSpan().Count('\uFFFD') <= Math.Max(3, text.Length / 500) ? text : null;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']?([A-Za-z0-9._:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();

    [GeneratedRegex("""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();

    [GeneratedRegex("""charset\s*=\s*["']?([^\s;"']+)""", RegexOptions.IgnoreCase)]
    private static partial Regex CharsetParameter();
}
