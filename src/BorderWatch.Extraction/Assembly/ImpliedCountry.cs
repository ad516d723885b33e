using System.Globalization;
using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// The country that a text without a place still tells: by its parties, ranks and kinds of districts, by groups at home in one country, by where it was filed, and by "the capital" of a
/// domestic page. The outlet's home strengthens what the words say and never stands alone; the quote is the strongest of the words.
/// </summary>
internal static class ImpliedCountry
{
    /// <summary>What the votes must add up to.</summary>
    private const double Enough = 1.7;

    /// <summary>How often the votes of the next country.</summary>
    private const double Lead = 1.5;

    /// <summary>
    /// What the strongest of the text's own words must weigh: "often there" at least. "Crude bombs" or "the government" in an outlet's
    /// pages say where the outlet is, not where the incident was.
    /// </summary>
    private const double Telling = 1;

    private const double OutletHome = 1.4;
    private const double NamedGroup = 2;
    private const double PlaceInPassing = 1.2;
    private const double ForceAbroad = 0.5;
    private const double FiledThere = 1.8;

    private static readonly (string[] Words, double Weight)[] HomeWords =
        [.. Lexicon.Rows("home-words.tsv").Select(r => (r[0].Split(' '), double.Parse(r[1], CultureInfo.InvariantCulture)))];

    /// <summary>Null where the words do not settle on one country.</summary>
    public static Supported<ExtractedPlace>? Of(ArticleFacts article)
    {
        var votes = new Dictionary<string, (double Sum, double Best, TextSpan Span, bool InTitle)>();
        foreach (var clue in article.Sentences.SelectMany(s => CountryClues.In(s.Sentence)).DistinctBy(c => (c.Country, c.Words)))
            Add(votes, clue.Country, clue.Weight, clue.Span, clue.Sentence.InTitle);
        foreach (var actor in article.Actors.Where(a => a.Sort is ActorSort.NamedGroup or ActorSort.Force && a.CountryCode is not null && !a.IsByWeapon).DistinctBy(a => a.Name))
            Add(votes, actor.CountryCode!, actor.Sort == ActorSort.Force && article.Filed is { Place.Country: { } there } && there != actor.CountryCode ? ForceAbroad : NamedGroup, actor.Span, actor.InTitle);
        // "the Punjab Teachers' Union": no place of an incident, and yet it says where one is.
        foreach (var toponym in article.Sentences.SelectMany(s => s.Places.Select(p => (Place: p, s.Sentence.InTitle, IsOwner: p.Level == ToponymLevel.Country && PlaceContext.OwnsOffice(s, p.End)))).Where(p => p.Place.Place.Country is not null && !p.IsOwner).DistinctBy(p => p.Place.Place.Name))
            Add(votes, toponym.Place.Place.Country!, PlaceInPassing * toponym.Place.Score, new TextSpan(toponym.Place.Start, toponym.Place.End), toponym.InTitle);
        // "GUATEMALA CITY, 3 JUL": most reports are filed in the country that they are about.
        if (article.Filed is { Place.Country: { } at } filed) Add(votes, at, FiledThere, new TextSpan(filed.Start, filed.End), false);
        var told = votes.Where(v => v.Value.Best >= Telling).Select(v => v.Key).ToHashSet();
        var homes = Outlets.Homes(article.Document.Article.Source);
        if (article.Document.Article.CountryHint is { Length: 2 } hint) homes = [hint.ToUpperInvariant()];
        if (homes.Count == 1) AddHomeWords(votes, article, homes[0]);
        foreach (var home in homes)
            if (votes.TryGetValue(home, out var vote)) votes[home] = vote with { Sum = vote.Sum + OutletHome / homes.Count };
        var ranked = votes.OrderByDescending(v => v.Value.Sum).Take(2).ToList();
        if (ranked.Count == 0 || !told.Contains(ranked[0].Key) || ranked[0].Value.Sum < Enough || ranked.Count > 1 && ranked[0].Value.Sum < Lead * ranked[1].Value.Sum) return null;
        var (code, (_, _, span, inTitle)) = ranked[0];
        return new(new ExtractedPlace(CountryLexicon.NameOf(code) ?? Countries.NameOf(code), null, code, null, null, PlacePrecision.Country), span, inTitle);
    }

    private static void AddHomeWords(Dictionary<string, (double Sum, double Best, TextSpan Span, bool InTitle)> votes, ArticleFacts article, string home)
    {
        var told = new HashSet<string[]>();
        foreach (var facts in article.Sentences)
            for (var i = 0; i < facts.Sentence.Tokens.Count; i++)
                foreach (var (words, weight) in HomeWords)
                    if (StandsAt(facts, i, words) && told.Add(words))
                        Add(votes, home, weight, new TextSpan(facts.Sentence.Tokens[i].Start, facts.Sentence.Tokens[i + words.Length - 1].End), facts.Sentence.InTitle);
    }

    private static bool StandsAt(SentenceFacts facts, int i, string[] words)
    {
        for (var k = 0; k < words.Length; k++)
            if (facts.Word(i + k) != words[k]) return false;
        return true;
    }

    private static void Add(Dictionary<string, (double Sum, double Best, TextSpan Span, bool InTitle)> votes, string country, double weight, TextSpan span, bool inTitle)
    {
        var known = votes.GetValueOrDefault(country);
        votes[country] = weight > known.Best ? (known.Sum + weight, weight, span, inTitle) : (known.Sum + weight, known.Best, known.Span, known.InTitle);
    }
}
