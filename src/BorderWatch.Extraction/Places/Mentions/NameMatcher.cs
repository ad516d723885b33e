using System.Text;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>Finds the longest name of the gazetteer that begins at a token.</summary>
internal sealed class NameMatcher(Gazetteer gazetteer)
{
    private const int MostWords = 7;

    /// <summary>A name found: one after its last token, its key, and its postings.</summary>
    public readonly record struct Match(int Last, string Key, uint[] Postings, bool IsLoose, string? Demonym);

    public Match? LongestAt(Sequence<Token> tokens, int first)
    {
        Match? longest = null;
        var key = "";
        var words = 0;
        for (var i = first; i < tokens.Count && words < MostWords; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Mark)
            {
                // "Pul-e ‘Alam": the mark is the first letter of the word behind it.
                if (i > first && token.Written is "‘" or "ʿ" or "'" && i + 1 < tokens.Count && tokens[i + 1].Start == token.End && tokens[i + 1].IsCapitalised && tokens[i - 1].Lower is "e" or "i" or "ye" or "yi") continue;
                if (!IsInnerMark(tokens, first, i)) break;
                if (token.Written == "." && longest is { } abbreviated && abbreviated.Last == i) longest = abbreviated with { Last = i + 1 };
                continue;
            }
            // Lower-case words stand inside names ("Rio de Janeiro"), never at their ends, and are short.
            if (!char.IsUpper(token.Written[0]) && token.Kind == TokenKind.Word && token.Written.Length > 4) break;
            if (i > first && tokens[i - 1].Kind != TokenKind.Mark && HasBreak(tokens, i)) break;
            words++;
            var folded = Fold(token);
            key = key.Length > 0 ? key + " " + folded : folded;
            if (!char.IsUpper(token.Written[0])) continue;
            if (Try(tokens, first, i + 1, key, words) is { } match) longest = match;
        }
        return longest;
    }

    private Match? Try(Sequence<Token> tokens, int first, int last, string key, int words)
    {
        if (key.Length < 2) return null;
        var demonym = CountryLexicon.CodeOfDemonymKey(key);
        Span<byte> bytes = stackalloc byte[256];
        if (!Encoding.UTF8.TryGetBytes(key, bytes, out var length)) return null;
        var postings = gazetteer.Lookup(bytes[..length]);
        if (postings.Length > 0 && !IsAcronymWrittenSmall(tokens, first, last, postings)) return new Match(last, key, postings.ToArray(), false, demonym);
        if (demonym is not null) return new Match(last, key, [], false, demonym);
        if (postings.Length > 0 || words > 4 || key.Length < 5) return null;
        var loose = LooseKey.Of(key);
        if (loose.Length < 5 || !Encoding.UTF8.TryGetBytes(GazetteerFormat.LooseMark + loose, bytes, out length)) return null;
        postings = gazetteer.Lookup(bytes[..length]);
        return postings.Length > 0 ? new Match(last, key, postings.ToArray(), true, null) : null;
    }

    // "us", "car" and "it" are words; "US" and "CAR" are countries.
    private bool IsAcronymWrittenSmall(Sequence<Token> tokens, int first, int last, ReadOnlySpan<uint> postings)
    {
        if (last - first > 1 || tokens[first].Written.Length > 4) return false;
        var place = gazetteer.Places[(int)(postings[0] & GazetteerFormat.PlaceMask)];
        if ((ToponymLevel)place.Level is not (ToponymLevel.Country or ToponymLevel.Area)) return false;
        var written = tokens[first].Written;
        if (NameKey.Of(gazetteer.NameOf((int)(postings[0] & GazetteerFormat.PlaceMask))) == NameKey.Of(written)) return false;
        return written.Length <= 3 && written.Any(char.IsLower);
    }

    private static string Fold(in Token token) => NameKey.IsPlain(token.Written) ? token.Lower : NameKey.Of(token.Written);

    // A hyphen joined on both sides; the full stop of "St. Paris" and "D.C."; an apostrophe that ends a syllable.
    private static bool IsInnerMark(Sequence<Token> tokens, int first, int i)
    {
        if (i == first || tokens[i - 1].End != tokens[i].Start) return false;
        var joined = i + 1 < tokens.Count && tokens[i + 1].Start == tokens[i].End;
        return tokens[i].Written switch
        {
            "-" or "‐" or "‑" or "'" or "’" or "‘" or "`" or "ʿ" or "ʾ" => joined,
            "." => tokens[i - 1].Written.Length <= 3 && char.IsUpper(tokens[i - 1].Written[0]) && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Word,
            _ => false,
        };
    }

    // Two tokens without a mark between them stand apart by white space of one line.
    private static bool HasBreak(Sequence<Token> tokens, int i) => tokens[i].Start - tokens[i - 1].End > 3;
}
