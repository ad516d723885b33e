using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>Finds capitals that are not named: "the Iraqi capital", "in the capital" of the one country that the document speaks of.</summary>
internal sealed class CapitalFinder(Gazetteer gazetteer)
{
    private readonly Lazy<Dictionary<ushort, int>> _capitals = new(() => Capitals(gazetteer));

    /// <summary>The capitals of a document, in no order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mainCountry">The country that it speaks of before all others; null where none stands out.</param>
    public IEnumerable<(Sentence Sentence, Toponym Toponym)> Find(Document document, string? mainCountry)
    {
        foreach (var sentence in document.Sentences)
            for (var i = 1; i < sentence.Tokens.Count; i++)
                if (sentence.Tokens[i].Lower == "capital" && At(sentence.Tokens, i, mainCountry) is var (first, country) && _capitals.Value.TryGetValue(Gazetteer.Code(country), out var place))
                    yield return (sentence, Toponym(document, sentence, first, i, place));
    }

    private Toponym Toponym(Document document, Sentence sentence, int first, int last, int place)
    {
        var (start, end) = (sentence.Tokens[first].Start, sentence.Tokens[last].End);
        return new Toponym(document.Words(start, end, sentence.InTitle), start, end, gazetteer.Describe(place), ToponymLevel.Settlement, 0.7);
    }

    private static (int First, string Country)? At(Sequence<Token> tokens, int i, string? mainCountry)
    {
        // "the capital of the province", "the capital, Juba", "the capital city Juba": named after all.
        var next = i + 1 < tokens.Count && tokens[i + 1].Lower == "city" ? i + 2 : i + 1;
        if (next < tokens.Count && (tokens[next].Lower is "of" or "punishment" or "market" or "murder" || IsName(tokens[next]))) return null;
        if (next + 1 < tokens.Count && tokens[next].Lower == "," && IsName(tokens[next + 1])) return null;
        if (CountryLexicon.CodeOfDemonym(tokens[i - 1].Written) is { } people) return (i - 1, people);
        if (i > 1 && tokens[i - 1].Lower == "'s")
        {
            // "South Sudan's capital": the longer name first.
            for (var first = Math.Max(0, i - 4); first <= i - 2; first++)
                if (tokens[first].IsCapitalised && CountryLexicon.CodeOfName(string.Join(' ', tokens.Slice(first, i - 1 - first).Select(token => token.Written))) is { } owner) return (first, owner);
        }
        if (tokens[i - 1].Lower == "in" && mainCountry is not null) return (i, mainCountry);
        return tokens[i - 1].Lower == "the" && i > 1 && tokens[i - 2].Lower is "in" or "of" or "near" or "from" or "outside" or "across" or "inside" && mainCountry is not null ? (i, mainCountry) : null;
    }

    // In a text that is all capitals a month or a preposition looks like one too.
    private static bool IsName(Token token) => token.IsTitled || token.IsCapitalised && token.Lower is not ("on" or "in" or "at" or "and" or "by" or "as" or "where" or "when" or "without" or "today" or "this" or "early" or "late" or "with" or "to" or "was" or "were" or "that" or "yesterday" or "last" or "after" or "during" or "from");

    private static Dictionary<ushort, int> Capitals(Gazetteer gazetteer)
    {
        var capitals = new Dictionary<ushort, int>();
        var places = gazetteer.Places;
        for (var i = 0; i < places.Length; i++)
            if ((PlaceFeature)places[i].Feature == PlaceFeature.Capital) capitals.TryAdd(places[i].Country, i);
        return capitals;
    }
}
