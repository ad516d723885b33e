using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>
/// People whom a sentence names as those hit, although no title marks the name: "kidnapped Ana Ruiz Vega", "the murder of
/// Pedro Luna", "Omar Sadiq was shot dead", "they were identified as Ines Prado and Luis Mora".
/// </summary>
internal static class NamedVictims
{
    /// <summary>A name has at most so many words.</summary>
    private const int LongestName = 6;

    private static readonly HashSet<string> NotNames = Lexicon.Words("not-names.tsv");

    private static readonly HashSet<string> Particles = ["de", "la", "del", "los", "bin", "ibn", "al", "ul", "von", "van", "da", "dos", "y"];

    /// <summary>The names, none over a mention or a place that is known already.</summary>
    public static List<ActorMention> Find(Document document, Sentence sentence, List<Trigger> triggers, List<ActorMention> known, List<Toponym> places)
    {
        var found = new List<ActorMention>();
        foreach (var trigger in triggers)
        {
            if (trigger.Standing > Standing.Past || !HitsPeople(trigger.Family)) continue;
            if (trigger.Voice == TriggerVoice.Passive) Before(trigger.First, sentence, Add);
            else After(trigger, sentence, Add);
        }
        for (var i = 1; i + 1 < sentence.Tokens.Count; i++)
            if (sentence.Tokens[i].Lower == "as" && sentence.Tokens[i - 1].Lower is "identified" or "named") List(sentence, i + 1, Add);
        return found;

        void Add(int from, int to)
        {
            var span = new TextSpan(sentence.Tokens[from].Start, sentence.Tokens[to - 1].End);
            if (known.Exists(other => other.Span.Overlaps(span)) || found.Exists(other => other.Span.Overlaps(span)) || places.Exists(p => p.Start <= span.Start && p.End >= span.End)) return;
            var name = document.Words(span.Start, span.End, sentence.InTitle);
            found.Add(new ActorMention(name, ActorKind.Civilian, null, ActorSort.Person, sentence.Index, span, name, sentence.InTitle, false, false));
        }
    }

    private static bool HitsPeople(TriggerFamily family) => family is TriggerFamily.Killing or TriggerFamily.Shooting or TriggerFamily.Abduction
        or TriggerFamily.Assault or TriggerFamily.Injury or TriggerFamily.Sexual or TriggerFamily.Arrest;

    // "kidnapped Ana Ruiz", "the assassination of Pedro Luna and Ines Prado"
    private static void After(Trigger trigger, Sentence sentence, Action<int, int> add)
    {
        var at = trigger.Last + 1;
        if (trigger.Voice == TriggerVoice.Nominal)
        {
            if (at >= sentence.Tokens.Count || sentence.Tokens[at].Lower != "of") return;
            at++;
        }
        List(sentence, at, add);
    }

    private static void List(Sentence sentence, int at, Action<int, int> add)
    {
        while (Name(sentence, at) is { } to)
        {
            add(at, to);
            at = to;
            // "Maximo Rivera, 31; Aldo Mutarelli, 30, and …"
            while (at < sentence.Tokens.Count && (sentence.Tokens[at].Written is "," or ";" || sentence.Tokens[at].Kind == TokenKind.Number)) at++;
            if (at < sentence.Tokens.Count && sentence.Tokens[at].Lower == "and") at++;
            else if (at == to) return;
        }
    }

    // "Omar Sadiq was shot dead"
    private static void Before(int verb, Sentence sentence, Action<int, int> add)
    {
        var end = verb;
        while (end > 0 && sentence.Tokens[end - 1].Lower is "was" or "were" or "been" or "had" or "has" or "have" or "is" or "also" or "reportedly" or "seriously" or "critically") end--;
        if (end == verb || end == 0) return;
        var from = end;
        while (from > 0 && end - from < LongestName && (IsPart(sentence.Tokens[from - 1]) || sentence.Tokens[from - 1].Lower is var particle && Particles.Contains(particle))) from--;
        if (Name(sentence, from) == end) add(from, end);
    }

    // Two capitalised words at least; the index after the name, null where none begins here.
    private static int? Name(Sentence sentence, int from)
    {
        var to = from;
        var parts = 0;
        while (to < sentence.Tokens.Count && to - from < LongestName)
        {
            if (IsPart(sentence.Tokens[to])) parts++;
            else if (!(parts > 0 && Particles.Contains(sentence.Tokens[to].Lower) && to + 1 < sentence.Tokens.Count && IsPart(sentence.Tokens[to + 1]))) break;
            to++;
        }
        return parts >= 2 ? to : null;
    }

    private static bool IsPart(Token token) => token.IsCapitalised && token.Written.Length > 1 && !NotNames.Contains(token.Lower) && !token.Written.All(char.IsUpper);
}
