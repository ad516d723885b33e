using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>
/// Armed groups that no lexicon knows, by the shape of their names: "Sahel Liberation Front (SLF)", "Army of the Just". An
/// acronym in brackets names the group in the rest of the document.
/// </summary>
internal sealed class UnknownGroups
{
    /// <summary>A name has at most so many words.</summary>
    private const int LongestName = 8;

    private static readonly HashSet<string> Heads = Lexicon.Words("group-heads.tsv");

    private static readonly HashSet<string> Links = ["of", "for", "the", "in", "and", "de", "al"];

    private readonly Dictionary<string, string> acronyms = new(StringComparer.Ordinal);

    /// <summary>The groups of the sentence that overlap none of <paramref name="known"/>.</summary>
    public IEnumerable<ActorMention> Find(ActorReading reading, List<ActorMention> known)
    {
        var tokens = reading.Sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var (name, to) = Read(tokens, i);
            if (name is null) continue;
            var isBracketed = i > 0 && tokens[i - 1].Written is "(" or "[";
            if (isBracketed) continue;
            var span = new TextSpan(tokens[i].Start, tokens[to - 1].End);
            if (!known.Exists(other => other.Sort is ActorSort.NamedGroup or ActorSort.Force && other.Span.Overlaps(span)))
                yield return new ActorMention(name, Kind(name), null, ActorSort.NamedGroup, reading.Sentence.Index, span, reading.Words(span), reading.Sentence.InTitle,
                    reading.IsSpeaker(reading.LexemeAt(span.Start), reading.LexemeAt(span.End - 1) + 1), false);
            i = to - 1;
        }
    }

    private (string? Name, int To) Read(Sequence<Token> tokens, int i)
    {
        if (acronyms.TryGetValue(tokens[i].Written, out var meant)) return (meant, i + 1);
        if (!tokens[i].IsCapitalised || i > 0 && tokens[i - 1].IsCapitalised && !Links.Contains(tokens[i - 1].Lower)) return (null, i);
        if (tokens[i].Lower == "the") return (null, i);
        // "Indian Army", "Chadian Forces": a state's.
        if (Nationalities.Adjective(tokens[i].Lower) is not null) return (null, i);
        var to = i;
        var head = -1;
        while (to < tokens.Count && to - i < LongestName)
        {
            if (tokens[to].IsCapitalised) { if (Heads.Contains(tokens[to].Lower) || IsQualified(tokens, i, to)) head = to; to++; }
            else if (head >= 0 && Links.Contains(tokens[to].Lower) && Continues(tokens, to)) to++;
            else break;
        }
        if (head < 0 || to - i < 2) return (null, i);
        var name = string.Join(' ', tokens.Slice(i, to - i).Select(t => t.Written));
        if (to + 2 < tokens.Count && tokens[to].Written is "(" or "[" && tokens[to + 2].Written is ")" or "]" && IsAcronym(tokens[to + 1].Written))
        {
            name += $" ({tokens[to + 1].Written})";
            acronyms[tokens[to + 1].Written] = name;
        }
        return (name, to);
    }

    // "Liberation Army", "Revolutionary Movement": the first word tells that the second fights.
    private static bool IsQualified(Sequence<Token> tokens, int from, int at)
    {
        if (tokens[at].Lower is not ("army" or "movement" or "forces" or "force" or "organization" or "organisation" or "command" or "party")) return false;
        for (var i = from; i < at; i++)
            if (tokens[i].Lower is "liberation" or "revolutionary" or "resistance" or "guerrilla" or "insurgent" or "islamic" or "holy" or "self") return tokens[at].Lower != "party" || tokens[i].Lower is "revolutionary";
        return false;
    }

    private static bool Continues(Sequence<Token> tokens, int link) =>
        link + 1 < tokens.Count && (tokens[link + 1].IsCapitalised || tokens[link + 1].Lower == "the" && link + 2 < tokens.Count && tokens[link + 2].IsCapitalised);

    private static bool IsAcronym(string written) => written.Length is >= 3 and <= 7 && written.Count(char.IsUpper) >= written.Length - 1;

    private static ActorKind Kind(string name) =>
        name.Contains("Militia", StringComparison.Ordinal) || name.Contains("Defence", StringComparison.Ordinal) || name.Contains("Defense", StringComparison.Ordinal) || name.Contains("Vigilante", StringComparison.Ordinal)
            ? ActorKind.Militia : name.Contains("Cartel", StringComparison.Ordinal) || name.Contains("Gang", StringComparison.Ordinal) ? ActorKind.Criminal : ActorKind.Rebel;
}
