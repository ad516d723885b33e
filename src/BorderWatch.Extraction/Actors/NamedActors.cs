using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>Mentions of groups, forces and parties by name.</summary>
internal static class NamedActors
{
    /// <summary>Every named actor of the sentence; its span takes in the phrase around it ("five Taliban fighters").</summary>
    public static List<ActorMention> Find(ActorReading reading, IReadOnlyList<PeoplePhrase> phrases, IReadOnlySet<string>? countries)
    {
        var found = new List<ActorMention>();
        var tokens = reading.Sentence.Tokens;
        for (var i = 0; i < tokens.Count;)
        {
            if (ActorLexicon.At(tokens, i, countries) is not var (entry, next)) { i++; continue; }
            var end = next;
            // "Hizbul Mujahideen (HM)": the bracket repeats the name.
            if (end + 1 < tokens.Count && tokens[end].Written is "(" or "[" && ActorLexicon.At(tokens, end + 1, countries) is var (again, after) && again == entry && after < tokens.Count && tokens[after].Written is ")" or "]") end = after + 1;
            if (Mention(reading, phrases, entry, new TextSpan(tokens[i].Start, tokens[next - 1].End)) is { } mention && !found.Exists(other => other.Span.Overlaps(mention.Span))) found.Add(mention);
            i = end;
        }
        return found;
    }

    private static ActorMention? Mention(ActorReading reading, IReadOnlyList<PeoplePhrase> phrases, ActorLexicon.Entry entry, TextSpan name)
    {
        var span = name;
        var (from, to) = (reading.LexemeAt(name.Start), reading.LexemeAt(name.End - 1) + 1);
        foreach (var phrase in phrases)
        {
            var whole = reading.Span(phrase.From, phrase.To);
            if (!whole.Overlaps(name)) continue;
            // "a former Taliban minister's house", "Taliban victims": the phrase is somebody else's.
            if (phrase.Class is PeopleClass.Civilian or PeopleClass.Kin && !phrase.IsName) break;
            if (phrase.Head is "victims" or "victim" or "prisoners" or "spokesman" or "spokesperson" or "hostages") return null;
            span = whole.Union(name);
            (from, to) = (Math.Min(from, phrase.From), Math.Max(to, phrase.To));
            break;
        }
        // "anti-Taliban", "non-Maoist", "Talibanisation"
        if (from < reading.Lexemes.Count && reading.Lower(from).StartsWith("anti-", StringComparison.Ordinal) && !entry.Name.StartsWith("Anti", StringComparison.Ordinal)) return null;
        if (reading.Lower(to) is "spokesman" or "spokesmen" or "spokesperson" or "spokeswoman") return At(reading, entry, span, isSource: true);
        return At(reading, entry, span, reading.IsSpeaker(from, to));
    }

    private static ActorMention At(ActorReading reading, ActorLexicon.Entry entry, TextSpan span, bool isSource) =>
        new(entry.Name, entry.Kind, entry.CountryCode, entry.Sort, reading.Sentence.Index, span, reading.Words(span), reading.Sentence.InTitle, isSource, false) { IsParty = entry.IsParty };
}
