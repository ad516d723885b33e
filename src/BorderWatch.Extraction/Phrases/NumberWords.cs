using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Phrases;

/// <summary>Reads whole numbers written in digits or in words.</summary>
internal static class NumberWords
{
    /// <summary>No count of people in one incident is larger; what is, is a population or a sum of money.</summary>
    private const int Largest = 2_000_000;

    private static readonly Dictionary<string, int> Small = new()
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fourty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    };

    /// <summary>The number that begins at <paramref name="i"/> and the index after it; null where none does.</summary>
    public static (int Value, int Next)? Read(Sequence<Lexeme> lexemes, int i)
    {
        if (i >= lexemes.Count) return null;
        if (lexemes[i].Kind == LexemeKind.Number) return Digits(lexemes, i);
        long total = 0, group = 0;
        var next = i;
        var lastTens = false;
        while (next < lexemes.Count && lexemes[next].Kind == LexemeKind.Word)
        {
            var word = lexemes[next].Lower;
            if (Unit(word) is { } unit)
            {
                if (group % 100 != 0 && !(lastTens && unit < 10)) break;
                group += unit;
                lastTens = unit is >= 20 and < 100 && unit % 10 == 0;
            }
            else if (word == "hundred" && group < 10) group = Math.Max(1, group) * 100;
            else if (word == "thousand" && total == 0 && group < 1000) { total = Math.Max(1, group) * 1000; group = 0; }
            else if (word == "a" && next == i && next + 1 < lexemes.Count && lexemes[next + 1].Lower is "hundred" or "thousand") { }
            else if (word == "and" && next > i && lexemes[next - 1].Lower is "hundred" or "thousand" && next + 1 < lexemes.Count && Unit(lexemes[next + 1].Lower) is not null && !StartsCount(lexemes, next + 1)) { }
            else break;
            next++;
        }
        var value = total + group;
        return next > i && value is > 0 and <= Largest ? ((int)value, next) : null;
    }

    // "one hundred and five people", but "two hundred and three soldiers" of a list is rare enough to be read as 203.
    private static bool StartsCount(Sequence<Lexeme> lexemes, int i) => i + 1 < lexemes.Count && lexemes[i + 1].Lower is "of";

    private static int? Unit(string word)
    {
        if (Small.TryGetValue(word, out var value)) return value;
        var hyphen = word.IndexOf('-');
        return hyphen > 0 && Small.TryGetValue(word[..hyphen], out var tens) && tens >= 20
            && Small.TryGetValue(word[(hyphen + 1)..], out var ones) && ones < 10 ? tens + ones : null;
    }

    private static (int Value, int Next)? Digits(Sequence<Lexeme> lexemes, int i)
    {
        var written = lexemes[i].Written;
        if (written.Contains('.') || written.Contains('-') || written.Contains('–')) return null;
        if (!int.TryParse(written.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
        var next = i + 1;
        if (next < lexemes.Count && lexemes[next].Lower == "hundred" && value < 100) { value *= 100; next++; }
        else if (next < lexemes.Count && lexemes[next].Lower == "thousand" && value < 1000) { value *= 1000; next++; }
        else if (next < lexemes.Count && lexemes[next].Lower is "million" or "billion" or "lakh" or "crore") return null;
        return value <= Largest ? (value, next) : null;
    }
}
