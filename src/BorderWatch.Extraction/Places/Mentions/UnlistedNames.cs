using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>
/// Finds names that no gazetteer has and that their words make places all the same: "the town of Bir Jdid", "in Vista Clara, Caldas Department",
/// "at Kot Sabzal in Ghotki district". They are placed at what holds them.
/// </summary>
internal static class UnlistedNames
{
    private const int LongestName = 5;
    private static readonly HashSet<string> Kinds = ["town", "village", "city", "locality", "hamlet", "settlement", "suburb", "neighbourhood", "neighborhood", "community", "township", "municipality", "canton", "area"];
    private static readonly HashSet<string> Places = ["in", "at", "near", "outside"];
    private static readonly HashSet<string> Landforms = ["beach", "bay", "island", "islands", "port", "bridge", "pass", "valley", "ridge", "creek", "river", "hill", "hills", "lake", "bazaar", "bazar", "camp"];
    private static readonly HashSet<string> NotNames = Lexicon.Words("not-names.tsv");

    /// <summary>The names of a sentence in whose gaps the known <paramref name="mentions"/> leave room; a name may hold a known one-word name at its end.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="mentions">What the gazetteer knows in it.</param>
    /// <param name="isSmall">True for a mention that only small places bear: it may be the first word of a longer name.</param>
    /// <param name="contextOnly">What the new mentions are marked with.</param>
    public static IEnumerable<PlaceMention> In(Sentence sentence, IReadOnlyList<PlaceMention> mentions, Func<PlaceMention, bool> isSmall, bool contextOnly)
    {
        var tokens = sentence.Tokens;
        var taken = new bool[tokens.Count + 1];
        foreach (var mention in mentions.Where(m => (m.Last - m.First > 1 || !isSmall(m)) && !GoesOn(tokens, m, mentions))) for (var k = mention.First; k < mention.Last; k++) taken[k] = true;
        var known = mentions.ToList();
        // From right to left: in "El Roble, Yarumo Municipality, Caldas" the municipality has to be known before what it holds.
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            if (taken[i] || tokens[i - 1].IsCapitalised && !taken[i - 1] && !Places.Contains(tokens[i - 1].Lower)) continue;
            var told = i > 1 && tokens[i - 1].Lower == "of" && Kinds.Contains(tokens[i - 2].Lower) || Kinds.Contains(tokens[i - 1].Lower) && i > 1 && tokens[i - 2].Lower is "the" or "in" or "at" or "of";
            if (!told && !Places.Contains(tokens[i - 1].Lower) && tokens[i - 1].Lower != ",") continue;
            // "the town of Sarbuland Kala": the whole, although some Kala is known.
            if (EndOfName(tokens, i, told ? null : taken) is not { } last) continue;
            var isLink = tokens[i - 1].Lower == "," && i > 1 && tokens[i - 2].IsCapitalised && last < tokens.Count && PlaceWords.Divisions.ContainsKey(tokens[last].Lower);
            if (!told && !((Places.Contains(tokens[i - 1].Lower) || isLink) && (IsHeld(tokens, last, known) || IsMeasured(tokens, last)))) continue;
            known.Add(new PlaceMention
            {
                Sentence = sentence,
                First = i,
                Last = last,
                Key = NameKey.Of(string.Join(' ', tokens.Slice(i, last - i).Select(t => t.Written))),
                Candidates = [],
                Wanted = ToponymLevel.Settlement,
                IsContextOnly = contextOnly,
            });
        }
        return known.Skip(mentions.Count);
    }

    // "San Pedro Yarumo, Caldas Department": the gazetteer knows the beginning of the name only.
    private static bool GoesOn(Sequence<Token> tokens, PlaceMention m, IReadOnlyList<PlaceMention> mentions) =>
        m.IsPlace && (m.Last - m.First > 1 || MentionEvidence.IsOnlyAlternative(m)) && m.Last < tokens.Count && tokens[m.Last] is { IsCapitalised: true } next && next.Start - tokens[m.Last - 1].End == 1
        && !PlaceWords.Divisions.ContainsKey(next.Lower) && !PlaceWords.Organisations.Contains(next.Lower) && !PlaceWords.Divisions.ContainsKey(tokens[m.Last - 1].Lower) && !mentions.Any(other => other.First == m.Last);

    /// <summary>One after the last token of a capitalised name that begins here, small words inside it included; null where it can be no place.</summary>
    public static int? EndOfName(Sequence<Token> tokens, int i, bool[]? taken = null)
    {
        if (!tokens[i].IsCapitalised || tokens[i].Written.Length < 3 && !(tokens[i].Written is "El" or "La" or "Al" && i + 1 < tokens.Count && tokens[i + 1].IsCapitalised) || tokens[i].Written.TrimEnd('s').All(char.IsUpper) || NotPlaces.EndOf(tokens, i) is not null) return null;
        if (PlaceWords.GivenNames.Contains(tokens[i].Lower) && !(i + 1 < tokens.Count && tokens[i + 1].IsCapitalised) || PlaceWords.Titles.Contains(tokens[i].Lower)
            || PlaceWords.CommonWords.Contains(tokens[i].Lower) || CountryLexicon.CodeOfDemonym(tokens[i].Written) is not null) return null;
        var last = i;
        while (last < tokens.Count && last - i < LongestName && taken?[last] != true)
        {
            var inner = tokens[last].Lower is "de" or "del" or "la" or "las" or "los" or "e" or "i" or "al" or "wa" || tokens[last].Written is "-" or "'" && tokens[last - 1].End == tokens[last].Start;
            if (!tokens[last].IsCapitalised && !(inner && last > i && last + 1 < tokens.Count && tokens[last + 1].IsCapitalised)) break;
            if (last > i && PlaceWords.Divisions.ContainsKey(tokens[last].Lower)) break;
            if (last > i && Landforms.Contains(tokens[last].Lower)) { last++; continue; }
            if (NotNames.Contains(tokens[last].Lower) || PlaceWords.Organisations.Contains(tokens[last].Lower) || PlaceWords.Streets.Contains(tokens[last].Lower)) return null;
            last++;
        }
        return last > i && !(last < tokens.Count && tokens[last].IsCapitalised && !PlaceWords.Divisions.ContainsKey(tokens[last].Lower)) ? last : null;
    }

    // ", 60 km north of", ", some 40 miles from"
    private static bool IsMeasured(Sequence<Token> tokens, int last)
    {
        if (last + 2 >= tokens.Count || tokens[last].Lower is not ("," or "(")) return false;
        var number = tokens[last + 1].Kind == TokenKind.Word && tokens[last + 1].Lower is "some" or "about" or "around" or "nearly" or "roughly" or "approximately" ? last + 2 : last + 1;
        return tokens[number].Kind == TokenKind.Number && number + 1 < tokens.Count && tokens[number + 1].Lower is "km" or "kms" or "kilometers" or "kilometres" or "miles" or "-" or "kilometer" or "kilometre";
    }

    // ", Caldas Department", "in Ghotki district": a known place follows.
    private static bool IsHeld(Sequence<Token> tokens, int last, IReadOnlyList<PlaceMention> mentions)
    {
        var next = last;
        // "Balta Creek village in …": the word between belongs to the name.
        while (next < tokens.Count && next - last < 2 && PlaceWords.Divisions.ContainsKey(tokens[next].Lower)) next++;
        var from = next;
        if (next >= tokens.Count || tokens[next].Lower is not ("," or "in" or "of" or "(")) return false;
        while (next < tokens.Count && next - from < 4 && !tokens[next].IsCapitalised) next++;
        return mentions.Any(m => m.IsPlace && m.First == next);
    }
}
