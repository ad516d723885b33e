using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>Characters and references of a text that may not be well-formed.</summary>
internal static class XmlCharacters
{
    /// <summary>Resolves numeric references and HTML's named ones; a bare ampersand and an unknown name stay as written.</summary>
    public static string Decode(ReadOnlySpan<char> raw, Action<string> fault)
    {
        if (raw.IndexOf('&') < 0) return Clean(raw, fault);
        var text = new StringBuilder(raw.Length);
        while (raw.Length > 0)
        {
            var amp = raw.IndexOf('&');
            if (amp < 0) { text.Append(raw); break; }
            text.Append(raw[..amp]);
            raw = raw[amp..];
            var end = raw[..Math.Min(raw.Length, 40)].IndexOf(';');
            var resolved = end > 1 ? Reference(raw[1..end]) : null;
            if (resolved is null)
            {
                fault("a bare & in text");
                text.Append('&');
                raw = raw[1..];
                continue;
            }
            text.Append(resolved);
            raw = raw[(end + 1)..];
        }
        return Clean(text.ToString(), fault);
    }

    /// <summary>Takes out what XML does not allow: control characters and half surrogate pairs.</summary>
    public static string Clean(ReadOnlySpan<char> text, Action<string> fault)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair || XmlConvert.IsXmlChar(c))
            {
                clean?.Append(c);
                if (pair) clean?.Append(text[++i]);
                if (pair && clean is null) i++;
                continue;
            }
            if (clean is null)
            {
                fault("control characters");
                clean = new StringBuilder(text.Length).Append(text[..i]);
            }
        }
        return clean?.ToString() ?? text.ToString();
    }

    private static string? Reference(ReadOnlySpan<char> name)
    {
        if (name[0] == '#')
        {
            var hex = name.Length > 1 && name[1] is 'x' or 'X';
            var digits = name[(hex ? 2 : 1)..];
            if (!int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return null;
            // Numbers 128 to 159 are windows-1252 in every feed that has them.
            if (code is >= 128 and < 160) return Encoding.GetEncoding(1252).GetString([(byte)code]);
            return Rune.IsValid(code) && code != 0 ? new Rune(code).ToString() : "\uFFFD";
        }
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return null;
        }
        if (name is "apos") return "'";
        var written = $"&{name};";
        var decoded = WebUtility.HtmlDecode(written);
        return decoded == written ? null : decoded;
    }
}
