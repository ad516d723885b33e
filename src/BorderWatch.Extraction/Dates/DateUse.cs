using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Dates;

/// <summary>Reads off the words around a date what it is for.</summary>
internal static class DateUse
{
    /// <summary>What ended so many days before the publication is background.</summary>
    private const int Old = 60;

    /// <summary>A verb of saying stands at most so many tokens before the date that it takes.</summary>
    private const int SpeechReach = 7;

    private static readonly HashSet<string> Speech = Lexicon.Words("speech-verbs.tsv");

    /// <summary>The flags of <paramref name="date"/>, its own included.</summary>
    public static DateFlags Flags(DateText text, ReadDate date)
    {
        var flags = date.Flags;
        var before = text.Lower(date.From - 1);
        if (before is "since" or "until" or "till" || before == "for" && date.Rule is not "dates.weekday") flags |= DateFlags.Duration;
        if (before is "since" or "until" && date.Period.Precision != TimePrecision.Day) flags |= DateFlags.Background;
        if (IsSpoken(text, date.From)) flags |= DateFlags.Speech;
        if (text.Anchor is not { } anchor || date.Period.To is not { } to) return flags;
        if (date.Period.From > anchor.AddDays(1) || date.Period.From > anchor && IsPlanned(text, date.From)) flags |= DateFlags.Future;
        if (to < anchor.AddDays(-Old)) flags |= DateFlags.Background;
        return flags;
    }

    // "said on Monday", "told AFP late Tuesday", "in a statement issued on Friday"; "said that on Monday" is the incident's.
    private static bool IsSpoken(DateText text, int from)
    {
        var steps = 0;
        for (var i = from - 1; i >= 0 && steps < SpeechReach; i--, steps++)
        {
            var word = text.Lower(i);
            if (Speech.Contains(word) && !text.Tokens[i].IsTitled) return text.Lower(i - 1) is not ("be" or "been" or "are" or "were" or "was" or "is");
            if (word is "," or "." or ";" or "that" or "and" or "killed" or "wounded" or "attack" or "when" or "after" or ":" || word.EndsWith("ing", StringComparison.Ordinal)) return false;
        }
        return false;
    }

    private static bool IsPlanned(DateText text, int from)
    {
        for (var i = from - 1; i >= 0 && from - i < 10; i--)
            if (text.Lower(i) is "will" or "scheduled" or "due" or "planned" or "upcoming" or "next" or "expected" or "would") return true;
        return false;
    }
}
