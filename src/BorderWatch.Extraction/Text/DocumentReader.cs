namespace BorderWatch.Extraction.Text;

/// <summary>Cuts an article into paragraphs, sentences and tokens, and leaves boilerplate, datelines and editors' marks out. Never throws.</summary>
public static class DocumentReader
{
    private const int LongestSentence = 250;

    /// <summary>A text of so few sentences has no headline in its first line.</summary>
    private const int ShortestStory = 2;

    private const int LongestHeadline = 24;

    private const double HeadlineShare = 0.75;

    /// <summary>Reads <paramref name="article"/>. Linear in its length.</summary>
    public static Document Read(ArticleText article)
    {
        var sentences = new List<Sentence>();
        if (!string.IsNullOrWhiteSpace(article.Title))
            sentences.Add(new Sentence(0, 0, article.Title.Length, true, -1, Tokenizer.Tokenize(article.Title, 0, article.Title.Length)));
        var dateline = DatelineFinder.Find(article);
        var number = 0;
        foreach (var (start, end) in Paragraphs(article.Text, dateline))
        {
            if (Boilerplate.IsLine(article.Text, start, end)) continue;
            foreach (var (from, to) in SentenceSplitter.Split(article.Text, start, end))
            {
                if (Boilerplate.IsSentence(article.Text, from, to)) continue;
                var tokens = WithoutEditorsMarks(article.Text, Tokenizer.Tokenize(article.Text, from, to));
                AddInPieces(sentences, tokens, to, number);
            }
            number++;
        }
        if (sentences.Count > ShortestStory && IsHeadline(article.Text, sentences[0], sentences[1])) sentences[0] = sentences[0] with { IsHeadline = true };
        return new Document(article, sentences, dateline);
    }

    // "Militants Held in Two Provinces", a line of its own without a full stop, most of its longer words capitalised.
    private static bool IsHeadline(string text, Sentence first, Sentence second)
    {
        if (first.InTitle || first.Paragraph == second.Paragraph || first.Tokens.Count is < 4 or > LongestHeadline || text[first.End - 1] is '.' or '!' or ':' or '"' or '”') return false;
        int longer = 0, capitalised = 0;
        foreach (var token in first.Tokens)
        {
            if (token.Kind != TokenKind.Word || token.Written.Length < 4) continue;
            longer++;
            if (token.IsCapitalised) capitalised++;
        }
        return longer > 2 && capitalised >= HeadlineShare * longer;
    }

    // No sentence is as long as this; what seems to be one is a list or a text without full stops, and rules look far within a sentence.
    private static void AddInPieces(List<Sentence> sentences, Sequence<Token> tokens, int end, int paragraph)
    {
        for (var from = 0; from < tokens.Count; from += LongestSentence)
        {
            var piece = tokens.Count <= LongestSentence ? tokens : tokens.Slice(from, Math.Min(LongestSentence, tokens.Count - from));
            sentences.Add(new Sentence(sentences.Count, piece[0].Start, from + LongestSentence < tokens.Count ? piece[^1].End : end, false, paragraph, piece));
        }
    }

    // A dateline ends what stands before it on its line (a release's furniture) and begins the report.
    private static IEnumerable<(int Start, int End)> Paragraphs(string text, Dateline? dateline)
    {
        foreach (var (start, end) in Lines(text))
        {
            if (dateline is { } line && line.End > line.Start && line.Start >= start && line.Start < end)
            {
                if (line.End < end) yield return (line.End, end);
            }
            else if (dateline is { } over && over.End > over.Start && start >= over.Start && start < over.End)
            {
                if (over.End < end) yield return (over.End, end);
            }
            else yield return (start, end);
        }
    }

    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsLineBreak(text[i])) continue;
            if (i < text.Length && IsWrapped(text, from, i)) continue;
            if (i > from) yield return (from, i);
            from = i + 1;
        }
    }

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    // A break inside a sentence: the next line begins in lower case, or this one ends on a comma or a small word.
    private static bool IsWrapped(string text, int from, int at)
    {
        var next = at + 1;
        if (text[at] == '\r' && next < text.Length && text[next] == '\n') next++;
        while (next < text.Length && text[next] is ' ' or '\t' or '\u00a0') next++;
        if (next >= text.Length || IsLineBreak(text[next])) return false;
        var last = at - 1;
        while (last > from && text[last] is ' ' or '\t' or '\u00a0') last--;
        if (last <= from || text[last] is '.' or '!' or '?' or ':' or '”' or '"') return false;
        if (char.IsLower(text[next])) return true;
        if (text[last] == ',') return true;
        var word = last;
        while (word > from && char.IsLetter(text[word - 1])) word--;
        return text.AsSpan(word, last - word + 1) is "the" or "a" or "an" or "of" or "in" or "and" or "by" or "to" or "with" or "for" or "at" or "on" or "from";
    }

    private static Sequence<Token> WithoutEditorsMarks(string text, Sequence<Token> tokens)
    {
        List<Token>? kept = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Written == "[")
            {
                var close = i + 1;
                while (close < tokens.Count && close - i < 40 && tokens[close].Written is not ("]" or "[")) close++;
                if (close < tokens.Count && tokens[close].Written == "]" && Boilerplate.IsEditorsMark(text.AsSpan(tokens[i].Start, tokens[close].End - tokens[i].Start)))
                {
                    kept ??= [.. tokens.Take(i)];
                    i = close;
                    continue;
                }
            }
            kept?.Add(tokens[i]);
        }
        return kept is null ? tokens : [.. kept];
    }
}
