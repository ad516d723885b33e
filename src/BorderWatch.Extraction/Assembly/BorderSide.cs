using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>On which side of a border something happened that the text places on the border alone: not where the attackers came from, and where the authorities are who report it.</summary>
internal static class BorderSide
{
    private static readonly HashSet<string> Speakers = ["authorities", "officials", "police", "army", "border", "troops", "soldiers", "forces", "guards", "villagers", "president", "government", "patrol"];

    /// <summary>The country, ISO 3166-1 alpha-2; null where the text does not tell, or <paramref name="place"/> is no border.</summary>
    public static string? Of(ArticleFacts article, IncidentDraft draft, ExtractedPlace place)
    {
        if (Countries(article, place) is not { } border) return null;
        foreach (var facts in draft.Mentions.Select(m => m.Facts).Concat(article.Sentences))
            if (Origin(facts, border) is { } origin) return origin == border.First ? border.Second : border.First;
        foreach (var facts in draft.Mentions.Select(m => m.Facts).Concat(article.Sentences))
            if (Speaker(facts, border) is { } speaker) return speaker;
        return null;
    }

    private static BorderCountries? Countries(ArticleFacts article, ExtractedPlace place)
    {
        if (place.Precision != PlacePrecision.Border) return null;
        foreach (var facts in article.Sentences)
            if (facts.Places.Find(p => p.Border is not null && p.Place == place) is { Border: { } border }) return border;
        return null;
    }

    // "incursions from Uzbek territory", "fired from inside Iran", "attackers crossed over from Chad"
    private static string? Origin(SentenceFacts facts, BorderCountries border)
    {
        for (var i = 0; i + 1 < facts.Sentence.Tokens.Count; i++)
        {
            if (facts.Word(i) != "from" || facts.Triggers.Count == 0) continue;
            for (var k = i + 1; k <= i + 3 && k < facts.Sentence.Tokens.Count; k++)
                if (Country(facts, k) is { } code && (code == border.First || code == border.Second)) return code;
        }
        return null;
    }

    private static string? Speaker(SentenceFacts facts, BorderCountries border)
    {
        for (var i = 0; i + 1 < facts.Sentence.Tokens.Count; i++)
            if (Speakers.Contains(facts.Word(i + 1)) && CountryLexicon.CodeOfDemonym(facts.Sentence.Tokens[i].Written) is { } code && (code == border.First || code == border.Second)) return code;
        return null;
    }

    private static string? Country(SentenceFacts facts, int token)
    {
        var written = facts.Sentence.Tokens[token].Written;
        return CountryLexicon.CodeOfName(written) ?? CountryLexicon.CodeOfDemonym(written);
    }
}
