using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>Finds named borders: "Afghanistan–Tajikistan border", "Pak-Afghan border", "Pakistan's border with Iran", "near the Afghan border".</summary>
internal sealed class BorderScanner(Gazetteer gazetteer)
{
    // "the Tajik-Kyrgyz border treaty": what is spoken of, nowhere at all.
    private static readonly HashSet<string> Talk = ["treaty", "treaties", "agreement", "agreements", "deal", "pact", "accord", "dispute", "disputes", "row", "issue", "issues", "question", "trade",
        "talks", "negotiations", "commission", "policy", "law", "demarcation", "delimitation", "map", "maps", "management", "cooperation", "closure", "closures"];

    public List<BorderMention> Scan(Sentence sentence, List<PlaceMention> mentions)
    {
        var borders = new List<BorderMention>();
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (sentence.Tokens[i].Lower is not ("border" or "borders" or "frontier" or "boundary" or "borderlands")) continue;
            if (At(sentence, i, mentions) is { } border && (borders.Count == 0 || borders[^1].Last <= border.First)) borders.Add(border);
        }
        return borders;
    }

    private BorderMention? At(Sentence sentence, int word, List<PlaceMention> mentions)
    {
        var tokens = sentence.Tokens;
        // "a Venezuelan border state", "the Turkish border town of Suruc": a place near it.
        if (Talk.Contains(Word(tokens, word + 1))) return null;
        // "the Indian Border Security Force": a name.
        if (tokens[word].IsCapitalised && word + 1 < tokens.Count && tokens[word + 1].IsCapitalised && tokens[word + 1].Start - tokens[word].End == 1 && Word(tokens, word + 1) is "security" or "guard" or "guards" or "force" or "forces" or "police" or "patrol" or "troops" or "service") return null;
        if (Word(tokens, word + 1) is "state" or "province" or "town" or "city" or "village" or "towns" or "villages" or "provinces") return null;
        // "border between A and B"
        if (Word(tokens, word + 1) == "between" && From(mentions, word + 2) is { } a && Word(tokens, a.Last) is "and" or "&" && From(mentions, a.Last + 1) is { } b)
            return Two(sentence, word, b.Last, a, b, null);
        var holder = Before(mentions, word);
        // "A's border with B", "the Tajik border with Afghanistan", "border with B"
        if (Word(tokens, word + 1) == "with" && From(mentions, word + 2) is { } neighbour)
        {
            if (holder is not null) return Two(sentence, holder.First, neighbour.Last, holder, neighbour, Code(holder));
            return Code(neighbour) is { } code ? new BorderMention(sentence, word, neighbour.Last, code, null, null) : null;
        }
        if (holder is null || Code(holder) is not { } country || Word(tokens, holder.Last) == "'s") return null;
        // "A-B border", "A and B border", "A/B border"
        if (holder.First > 1 && tokens[holder.First - 1].Written is "-" or "–" or "—" or "/" or "‑" or "‐" or "and" or "&" or "to" && mentions.Find(m => m.Last == holder.First - 1) is { } first && Code(first) is not null)
            return Two(sentence, first.First, word + 1, first, holder, null);
        // "the Afghan border", "the Iran border"
        return new BorderMention(sentence, holder.First, word + 1, country, null, null);
    }

    private BorderMention? Two(Sentence sentence, int first, int last, PlaceMention a, PlaceMention b, string? side) =>
        Code(a) is { } one && Code(b) is { } two && one != two ? new BorderMention(sentence, first, last, one, two, side) : null;

    // The mention that ends before the word, or one word earlier ("the Afghanistan-Pakistan international border").
    private static PlaceMention? Before(List<PlaceMention> mentions, int word) =>
        mentions.Find(m => m.Last == word) ?? mentions.Find(m => m.Last == word - 1 && m.Sentence.Tokens[word - 1].Lower is "'s" or "'" or "international" or "shared" or "common" or "land" or "sea" or "state");

    // The mention that begins here, or after "the" or "neighbouring".
    private static PlaceMention? From(List<PlaceMention> mentions, int i) =>
        mentions.Find(m => m.First == i) ?? mentions.Find(m => m.First == i + 1 && m.Sentence.Tokens[i].Lower is "the" or "neighbouring" or "neighboring");

    private static string Word(Sequence<Token> tokens, int i) => i >= 0 && i < tokens.Count ? tokens[i].Lower : "";

    /// <summary>The country that a mention names or whose people it names; null where it names something else.</summary>
    private string? Code(PlaceMention mention)
    {
        if (mention.Demonym is { } code) return code;
        foreach (var candidate in mention.Candidates)
        {
            var number = (int)(candidate & GazetteerFormat.PlaceMask);
            if ((ToponymLevel)gazetteer.Places[number].Level == ToponymLevel.Country) return gazetteer.CountryOf(number);
        }
        return null;
    }
}
