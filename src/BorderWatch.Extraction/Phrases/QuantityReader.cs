using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Phrases;

/// <summary>Finds quantities: a number with the words that widen or narrow it.</summary>
internal static class QuantityReader
{
    private const int LongestPhrase = 4;

    private static readonly Dictionary<string, CasualtyRange> Vague = Lexicon.Rows("quantities.tsv").ToDictionary(row => row[0], row => new CasualtyRange(Count(row[1]), Count(row[2]), Count(row[3])));

    private static readonly HashSet<string> VagueFirst = [.. Vague.Keys.Select(phrase => phrase.Split(' ')[0])];

    private static readonly Dictionary<string, string> Before = Modifiers("before");

    private static readonly Dictionary<string, string> After = Modifiers("after");

    // What two words a longer phrase begins with: few pairs of words do, and the rest need not be joined.
    private static readonly HashSet<(string, string)> Pairs = [.. Vague.Keys.Concat(Before.Keys).Concat(After.Keys).Select(phrase => phrase.Split(' ')).Where(words => words.Length > 1).Select(words => (words[0], words[1]))];

    private static readonly HashSet<string> FirstWords = [.. Before.Keys.Concat(Vague.Keys).Select(phrase => phrase.Split(' ')[0]), "between", "from", "no", "none", "nobody", "not", "zero", "a", "neither"];

    /// <summary><paramref name="lexemes"/> with each quantity joined into one lexeme; numbers that count nothing become words.</summary>
    public static Sequence<Lexeme> Read(Sequence<Lexeme> lexemes)
    {
        Lexeme[]? read = null;
        var count = 0;
        for (var i = 0; i < lexemes.Count;)
        {
            var found = At(lexemes, i);
            if (found is var (range, next))
            {
                var (first, last) = (lexemes[i], lexemes[next - 1]);
                Own()[count++] = new Lexeme(first.Start, last.End, Joined(lexemes, i, next), first.Written, LexemeKind.Quantity, range);
                i = next;
                continue;
            }
            if (lexemes[i].Kind == LexemeKind.Number) Own()[count] = lexemes[i] with { Kind = LexemeKind.Word };
            else read?[count] = lexemes[i];
            count++;
            i++;
        }
        return read is null ? lexemes : new Sequence<Lexeme>(read, count);

        // Most sentences count nothing and stay as they are.
        Lexeme[] Own()
        {
            if (read is not null) return read;
            read = new Lexeme[lexemes.Count];
            for (var k = 0; k < count; k++) read[k] = lexemes[k];
            return read;
        }
    }

    private static (CasualtyRange Range, int Next)? At(Sequence<Lexeme> lexemes, int i)
    {
        var lexeme = lexemes[i];
        if (lexeme.Kind == LexemeKind.Mark || IsNumbering(lexemes, i)) return null;
        if (lexeme.Kind == LexemeKind.Word && FirstWords.Contains(lexeme.Lower))
        {
            if (Nothing(lexemes, i) is { } none) return none;
            if (Between(lexemes, i) is { } between) return between;
            for (var length = Math.Min(LongestPhrase, lexemes.Count - i - 1); length > 0; length--)
                if (MayBePhrase(lexemes, i, length) && Before.TryGetValue(Joined(lexemes, i, i + length), out var effect) && Core(lexemes, i + length) is var (core, after))
                    return (Apply(effect, core, lexemes[after - 1].Lower.StartsWith("dozen", StringComparison.Ordinal)), after);
        }
        if (Core(lexemes, i) is not var (range, next)) return null;
        for (var length = 2; length > 0; length--)
            if (next + length <= lexemes.Count && MayBePhrase(lexemes, next, length) && After.TryGetValue(Joined(lexemes, next, next + length), out var effect) && !(effect == "atleast" && length == 1 && lexemes[next].Lower != "plus"))
                return (Apply(effect, range, false), next + length);
        return (range, next);
    }

    private static (CasualtyRange Range, int Next)? Core(Sequence<Lexeme> lexemes, int i)
    {
        for (var length = VagueFirst.Contains(lexemes[i].Lower) ? Math.Min(LongestPhrase, lexemes.Count - i) : 0; length > 0; length--)
            if (MayBePhrase(lexemes, i, length) && Vague.TryGetValue(Joined(lexemes, i, i + length), out var vague)) return (vague, i + length);
        if (Hyphenated(lexemes, i) is { } range) return (range, i + 1);
        if (NumberWords.Read(lexemes, i) is not var (value, next)) return null;
        // "one another", "one day": no count.
        if (value == 1 && next < lexemes.Count && lexemes[next].Lower is "another" or "day" or "time") return null;
        if (next + 1 < lexemes.Count && lexemes[next].Lower is "to" or "or" && NumberWords.Read(lexemes, next + 1) is var (high, end) && high > value && high <= value * 3 + 3)
            return (new CasualtyRange(value, null, high), end);
        return (CasualtyRange.Exactly(value), next);
    }

    private static CasualtyRange? Hyphenated(Sequence<Lexeme> lexemes, int i)
    {
        if (lexemes[i].Lower.AsSpan().IndexOfAny('-', '–') < 0) return null;
        var parts = lexemes[i].Lower.Split('-', '–');
        if (parts.Length != 2) return null;
        return Value(parts[0]) is { } low && Value(parts[1]) is { } high && low < high && high <= low * 3 + 3 && low < 1900
            ? new CasualtyRange(low, null, high) : null;
    }

    private static int? Value(string word)
    {
        var kind = word.Length > 0 && char.IsAsciiDigit(word[0]) ? LexemeKind.Number : LexemeKind.Word;
        return NumberWords.Read([new Lexeme(0, 0, word, word, kind)], 0)?.Value;
    }

    private static (CasualtyRange Range, int Next)? Between(Sequence<Lexeme> lexemes, int i)
    {
        var joint = lexemes[i].Lower switch { "between" => "and", "from" => "to", _ => null };
        if (joint is null || NumberWords.Read(lexemes, i + 1) is not var (low, next)) return null;
        return next < lexemes.Count && lexemes[next].Lower == joint && NumberWords.Read(lexemes, next + 1) is var (high, end) && low < high && !IsMonth(lexemes, end)
            ? (new CasualtyRange(low, null, high), end) : null;
    }

    private static (CasualtyRange Range, int Next)? Nothing(Sequence<Lexeme> lexemes, int i)
    {
        var next = i + 1 < lexemes.Count ? lexemes[i + 1].Lower : "";
        return lexemes[i].Lower switch
        {
            "no" when next is "one" or "body" => (CasualtyRange.Exactly(0), i + 2),
            "no" when next is "fewer" or "less" or "more" or "longer" or "." or "," => null,
            "not" when next == "a" && i + 2 < lexemes.Count && lexemes[i + 2].Lower == "single" => (CasualtyRange.Exactly(0), i + 3),
            "no" or "no-one" or "none" or "nobody" or "zero" or "neither" => (CasualtyRange.Exactly(0), i + 1),
            _ => null,
        };
    }

    // "Highway 5", "No 12", "3 May", "May 3", "2014": numbers that count nothing.
    private static bool IsNumbering(Sequence<Lexeme> lexemes, int i)
    {
        if (lexemes[i].Kind != LexemeKind.Number) return false;
        if (IsMonth(lexemes, i + 1) || (i > 0 && IsMonth(lexemes, i - 1))) return true;
        if (lexemes[i].Written.Length == 4 && lexemes[i].Written[0] is '1' or '2' && string.CompareOrdinal(lexemes[i].Written, "1900") > 0 && string.CompareOrdinal(lexemes[i].Written, "2100") < 0
            && (i + 1 >= lexemes.Count || lexemes[i + 1].Kind == LexemeKind.Mark || i == 0 || lexemes[i - 1].Lower is "in" or "since" or "of" or "until" or "," or "from" or "during" or "by")) return true;
        if (i + 1 < lexemes.Count && lexemes[i + 1].Written is "%") return true;
        if (i == 0) return false;
        var previous = lexemes[i - 1];
        return previous.Lower is "no" or "nos" or "highway" or "route" or "section" or "article" or "number" or "sector" or "zone" or "ward" or "km" or "brigade" or "aged" or "age" or "phase"
            || (previous.Lower == "." && i > 1 && lexemes[i - 2].Lower is "no" or "nos");
    }

    private static bool IsMonth(Sequence<Lexeme> lexemes, int i) => i >= 0 && i < lexemes.Count && lexemes[i].IsCapitalised && lexemes[i].Lower is
        "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december"
        or "jan" or "feb" or "mar" or "apr" or "jun" or "jul" or "aug" or "sep" or "sept" or "oct" or "nov" or "dec";

    private static CasualtyRange Apply(string effect, CasualtyRange range, bool inDozens)
    {
        var number = range.Best ?? range.Low ?? range.High ?? 0;
        return effect switch
        {
            "atleast" => CasualtyRange.AtLeast(range.Low ?? number),
            // A round dozen is left behind by one; a number that was counted is restated ("over 37").
            "more" => CasualtyRange.AtLeast(inDozens ? number + 1 : number),
            "upto" => new CasualtyRange(null, null, number),
            "asmany" => new CasualtyRange(null, number, number),
            "under" => new CasualtyRange(null, null, Math.Max(0, number - 1)),
            "about" when range.Best is not null => new CasualtyRange(null, number, null),
            _ => range,
        };
    }

    private static bool MayBePhrase(Sequence<Lexeme> lexemes, int from, int length) => length == 1 || Pairs.Contains((lexemes[from].Lower, lexemes[from + 1].Lower));

    private static string Joined(Sequence<Lexeme> lexemes, int from, int to) =>
        to - from == 1 ? lexemes[from].Lower : string.Join(' ', Enumerable.Range(from, to - from).Select(k => lexemes[k].Lower));

    private static int? Count(string cell) => cell.Length == 0 ? null : int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Modifiers(string place) =>
        Lexicon.Rows("quantity-modifiers.tsv").Where(row => row[2] == place).ToDictionary(row => row[0], row => row[1]);
}
