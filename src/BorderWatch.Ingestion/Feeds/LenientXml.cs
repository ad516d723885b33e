using System.Xml;
using System.Xml.Linq;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>
/// Reads XML as far as it makes sense: bare ampersands, HTML's entities, control characters, unclosed and crossed elements,
/// a text that breaks off. The document type is skipped whole, so no entity of its own is ever expanded and nothing is fetched.
/// </summary>
/// <remarks>
/// Own, because what there is throws at the first fault (System.Xml, and Syndication and CodeHollow upon it) or reads XML
/// as HTML, where a feed's link is an empty element (AngleSharp). Names come out in lower case, namespaces as <see cref="XmlVocabulary"/> names them.
/// </remarks>
internal sealed class LenientXml
{
    // Deeper elements are hung on the last one allowed: whoever walks the tree recursively is safe.
    private const int MostDeep = 200;

    private readonly string _text;
    private readonly List<(XElement Element, Dictionary<string, string>? Namespaces, string Name)> _open = [];
    private readonly List<string> _faults = [];
    private readonly XElement _document = new("document");
    private int _at;

    private LenientXml(string text) => _text = text;

    /// <summary>The root element, null where there is none, and the faults that were read over.</summary>
    public static (XElement? Root, IReadOnlyList<string> Faults) Parse(string text)
    {
        var reader = new LenientXml(text);
        reader.Read();
        return (reader._document.Elements().FirstOrDefault(), reader._faults);
    }

    private XElement Current => _open.Count == 0 ? _document : _open[^1].Element;

    private void Read()
    {
        while (_at < _text.Length)
        {
            var tag = _text.IndexOf('<', _at);
            if (tag < 0) tag = _text.Length;
            if (tag > _at) AddText(_text.AsSpan(_at, tag - _at));
            _at = tag;
            if (_at >= _text.Length) break;
            var rest = _text.AsSpan(_at);
            if (rest.StartsWith("<![CDATA[")) Cdata();
            else if (rest.StartsWith("<!--")) Skip("-->");
            else if (rest.StartsWith("<?")) Skip("?>");
            else if (rest.StartsWith("<!")) SkipDocumentType();
            else if (rest.StartsWith("</")) Close();
            else if (rest.Length > 1 && (char.IsLetter(rest[1]) || rest[1] == '_')) Open();
            else { Fault("a bare < in text"); AddText("<"); _at++; }
        }
        if (_open.Count > 0) Fault($"it breaks off inside <{_open[^1].Name}>");
    }

    private void AddText(ReadOnlySpan<char> raw)
    {
        if (_open.Count == 0) return;
        Current.Add(new XText(XmlCharacters.Decode(raw, Fault)));
    }

    private void Cdata()
    {
        var from = _at + "<![CDATA[".Length;
        var to = _text.IndexOf("]]>", from, StringComparison.Ordinal);
        if (to < 0) { Fault("a CDATA section without an end"); to = _text.Length; }
        if (_open.Count > 0) Current.Add(new XText(XmlCharacters.Clean(_text.AsSpan(from, to - from), Fault)));
        _at = Math.Min(_text.Length, to + 3);
    }

    private void Skip(string end)
    {
        var to = _text.IndexOf(end, _at, StringComparison.Ordinal);
        _at = to < 0 ? _text.Length : to + end.Length;
    }

    private void SkipDocumentType()
    {
        var depth = 0;
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] == '[') depth++;
            else if (_text[_at] == ']') depth--;
            else if (_text[_at] == '>' && depth <= 0) { _at++; return; }
        }
    }

    private void Close()
    {
        var end = _text.IndexOf('>', _at);
        if (end < 0) end = _text.Length;
        var name = _text.AsSpan(_at + 2, Math.Max(0, end - _at - 2)).Trim().ToString().ToLowerInvariant();
        _at = Math.Min(_text.Length, end + 1);
        var match = _open.FindLastIndex(o => o.Name == name);
        if (match < 0) { Fault($"</{name}> closes nothing"); return; }
        if (match < _open.Count - 1) Fault($"<{_open[^1].Name}> is not closed");
        _open.RemoveRange(match, _open.Count - match);
    }

    private void Open()
    {
        _at++;
        var name = Name();
        var attributes = new List<(string Name, string Value)>();
        var empty = false;
        while (true)
        {
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
            if (_at >= _text.Length) break;
            if (_text[_at] == '>') { _at++; break; }
            if (_text[_at] == '<') { Fault($"<{name}> has no end"); break; }
            if (_text[_at] == '/') { _at++; empty = _at < _text.Length && _text[_at] == '>'; continue; }
            var attribute = Name();
            if (attribute.Length == 0) { _at++; continue; }
            while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
            attributes.Add((attribute, _at < _text.Length && _text[_at] == '=' ? Value() : ""));
        }
        Push(name, attributes, empty);
    }

    private void Push(string name, List<(string Name, string Value)> attributes, bool empty)
    {
        Dictionary<string, string>? declared = null;
        foreach (var (key, value) in attributes)
        {
            if (key == "xmlns") (declared ??= [])[""] = value;
            else if (key.StartsWith("xmlns:", StringComparison.Ordinal)) (declared ??= [])[key[6..]] = value;
        }
        var element = new XElement(XmlVocabulary.NameOf(name, p => Lookup(declared, p)));
        foreach (var (key, value) in attributes)
        {
            if (key.StartsWith("xmlns", StringComparison.Ordinal)) continue;
            element.SetAttributeValue(XmlVocabulary.AttributeOf(key, p => Lookup(declared, p)), value);
        }
        Current.Add(element);
        if (!empty && _open.Count < MostDeep) _open.Add((element, declared, name));
    }

    private string? Lookup(Dictionary<string, string>? own, string prefix)
    {
        if (own is not null && own.TryGetValue(prefix, out var uri)) return uri;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Namespaces is { } declared && declared.TryGetValue(prefix, out uri)) return uri;
        }
        return null;
    }

    private string Name()
    {
        var from = _at;
        while (_at < _text.Length && (XmlConvert.IsNCNameChar(_text[_at]) || _text[_at] == ':')) _at++;
        return _text[from.._at].ToLowerInvariant();
    }

    private string Value()
    {
        _at++;
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        if (_at >= _text.Length) return "";
        var from = _at;
        if (_text[_at] is '"' or '\'')
        {
            var quote = _text[_at];
            var to = _text.IndexOf(quote, _at + 1);
            if (to < 0) to = _text.Length;
            _at = Math.Min(_text.Length, to + 1);
            return XmlCharacters.Decode(_text.AsSpan(from + 1, to - from - 1), Fault);
        }
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('>' or '<')) _at++;
        return XmlCharacters.Decode(_text.AsSpan(from, _at - from), Fault);
    }

    private void Fault(string fault)
    {
        if (_faults.Count < 20 && !_faults.Contains(fault)) _faults.Add(fault);
    }
}
