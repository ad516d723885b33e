namespace BorderWatch.Store.Search;

/// <summary>Walks through a search text once, from left to right.</summary>
internal sealed class SearchReader(string text)
{
    private const string Quotes = "\"“”„";
    private readonly List<string> _words = [];
    private readonly List<SearchTerm> _terms = [];
    private int _at;

    public SearchText Read()
    {
        while (SkipSpace())
        {
            var isExcluded = text[_at] == '-' && _at + 1 < text.Length && !char.IsWhiteSpace(text[_at + 1]) && text[_at + 1] != '-';
            if (isExcluded) _at++;
            if (KeyLength() is var length and > 0) _terms.Add(Term(length, isExcluded));
            else if (Phrase() is { } phrase) Add(phrase.Length == 0 ? null : $"\"{phrase}\"", isExcluded);
            else Add(Run(), isExcluded);
        }
        return new(string.Join(' ', _words), _terms);
    }

    private void Add(string? word, bool isExcluded)
    {
        if (word is not null) _words.Add(isExcluded ? "-" + word : word);
    }

    private bool SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        return _at < text.Length;
    }

    // Letters and a colon; an address ("https://…") is a word.
    private int KeyLength()
    {
        var end = _at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        return end > _at && end < text.Length && text[end] == ':' && string.CompareOrdinal(text, end, "://", 0, 3) != 0 ? end - _at : 0;
    }

    private SearchTerm Term(int keyLength, bool isExcluded)
    {
        var key = text.Substring(_at, keyLength).ToLowerInvariant();
        _at += keyLength + 1;
        var value = _at < text.Length && !char.IsWhiteSpace(text[_at]) ? Phrase() ?? Run() : "";
        return new(key, value, isExcluded);
    }

    /// <summary>What stands between quotation marks, spaces single; null where none begins here.</summary>
    private string? Phrase()
    {
        if (!Quotes.Contains(text[_at], StringComparison.Ordinal)) return null;
        var end = ++_at;
        while (end < text.Length && !Quotes.Contains(text[end], StringComparison.Ordinal)) end++;
        var phrase = text[_at..end];
        _at = Math.Min(end + 1, text.Length);
        return string.Join(' ', phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private string Run()
    {
        var start = _at++;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && !Quotes.Contains(text[_at], StringComparison.Ordinal)) _at++;
        return text[start.._at];
    }
}
