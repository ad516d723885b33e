using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>
/// Finds those who can take part in an incident: groups, forces, generic attackers, civilians, institutions. Outlets,
/// agencies of news, spokesmen, analysts and embassies that comment are never among them. Pure and safe for many threads.
/// </summary>
public static class ActorFinder
{
    /// <summary>Every mention, in the order of the text, not overlapping.</summary>
    /// <param name="document">The document.</param>
    /// <param name="countries">The countries (ISO 3166-1 alpha-2) that it speaks of, which tell apart groups of one name; null where none is known.</param>
    public static IReadOnlyList<ActorMention> Find(Document document, IReadOnlySet<string>? countries = null)
    {
        var mentions = new List<ActorMention>();
        var unknown = new UnknownGroups();
        foreach (var sentence in document.Sentences) mentions.AddRange(Find(document, sentence, unknown, countries));
        return mentions;
    }

    private static List<ActorMention> Find(Document document, Sentence sentence, UnknownGroups unknown, IReadOnlySet<string>? countries)
    {
        var lexemes = sentence.Lexemes;
        var reading = new ActorReading(document, sentence, lexemes);
        var phrases = sentence.PeoplePhrases;
        var found = NamedActors.Find(reading, phrases, countries);
        found.AddRange([.. unknown.Find(reading, found)]);
        found.AddRange([.. StateActors.Find(reading, found)]);
        foreach (var phrase in phrases)
            if (GenericActors.Read(reading, phrase) is { } mention && !found.Exists(other => other.Span.Overlaps(mention.Span))) found.Add(mention);
        foreach (var mention in Institutions.Find(reading))
            if (!found.Exists(other => other.Span.Overlaps(mention.Span))) found.Add(mention);
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return found;
    }
}
