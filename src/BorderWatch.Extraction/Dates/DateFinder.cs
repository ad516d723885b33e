using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Dates;

/// <summary>Finds the dates of a document. Pure and safe for many threads.</summary>
public static class DateFinder
{
    /// <summary>A report filed so many days before its publication still says "today" of its filing.</summary>
    private const int FilingDays = 3;

    /// <summary>A year outside of these is nobody's day of publication but a date that was never set.</summary>
    private const int FirstYear = 1600, LastYear = 2400;

    /// <summary>Every date, in the order of the text.</summary>
    public static IReadOnlyList<DateMention> Find(Document document)
    {
        var anchor = Anchor(document);
        var monthFirst = document.Article.CountryHint is "US";
        var mentions = new List<DateMention>();
        foreach (var sentence in document.Sentences)
        {
            var text = new DateText(sentence.Tokens, anchor, monthFirst);
            var end = 0;
            for (var i = 0; i < sentence.Tokens.Count;)
            {
                if (Read(text, i) is not { } date || date.From < end) { i++; continue; }
                var span = new TextSpan(sentence.Tokens[date.From].Start, sentence.Tokens[date.To - 1].End);
                var flags = DateUse.Flags(text, date);
                if (!sentence.InTitle && document.Dateline is { } dateline && span.Start >= dateline.Start && span.Start < Math.Max(dateline.End, dateline.Start + 1)) flags |= DateFlags.Filing;
                var mention = new DateMention(date.Period, sentence.Index, span, sentence.InTitle, flags, date.Rule);
                if (Explains(mention, mentions, sentence.Tokens, date.From)) mentions[^1] = mentions[^1] with { Period = mention.Period };
                mentions.Add(mention);
                i = end = date.To;
            }
        }
        return mentions;
    }

    /// <summary>
    /// The day that "today" means: the day of the dateline where the report was filed shortly before it was published,
    /// else the day of publication in the outlet's own offset; null where nothing tells.
    /// </summary>
    public static DateOnly? Anchor(Document document)
    {
        var filed = document.Dateline?.Filed is { Year: >= FirstYear and <= LastYear } told ? told : (DateOnly?)null;
        if (document.Article.PublishedAt is not { Year: >= FirstYear and <= LastYear } published) return filed;
        var day = DateOnly.FromDateTime(published.DateTime);
        return filed is { } earlier && earlier <= day && day.DayNumber - earlier.DayNumber <= FilingDays ? earlier : day;
    }

    // "on Sunday [17 October]", "yesterday (15 April)": what the brackets write out is what the word means.
    private static bool Explains(DateMention written, List<DateMention> before, Sequence<Token> tokens, int from) =>
        from > 1 && tokens[from - 1].Written is "[" or "(" && (written.Flags & (DateFlags.Relative | DateFlags.Future)) == 0 && written.Period.Precision == TimePrecision.Day
        && before.Count > 0 && before[^1] is { } relative && relative.SentenceIndex == written.SentenceIndex && (relative.Flags & DateFlags.Relative) != 0
        && relative.Period.Precision == TimePrecision.Day && written.Span.Start - relative.Span.End < 20;

    private static ReadDate? Read(DateText text, int i)
    {
        var kind = text.Tokens[i].Kind;
        if (kind == TokenKind.Mark) return null;
        return WrittenDates.At(text, i) ?? (kind == TokenKind.Word ? RelativeDates.At(text, i) : null);
    }
}
