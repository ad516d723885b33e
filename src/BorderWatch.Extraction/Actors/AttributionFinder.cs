using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>Finds who claimed, denied or is blamed. Pure and safe for many threads.</summary>
public static class AttributionFinder
{
    /// <summary>A cue takes an actor within so many tokens.</summary>
    private const int Reach = 14;

    private sealed record Cue(string[] Words, AttributionCueKind Kind, string Side);

    private static readonly Dictionary<string, Cue[]> Cues = Lexicon.Rows("attribution-cues.tsv")
        .Select(row => new Cue(row[0].Split(' '), Enum.Parse<AttributionCueKind>(row[1]), row[2]))
        .GroupBy(cue => cue.Words[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(cue => cue.Words.Length).ToArray());

    /// <summary>Every cue, in the order of the text, with the mention that it speaks of.</summary>
    /// <param name="document">The document.</param>
    /// <param name="actors">Its mentions, as <see cref="ActorFinder"/> gives them.</param>
    public static IReadOnlyList<AttributionCue> Find(Document document, IReadOnlyList<ActorMention> actors)
    {
        var found = new List<AttributionCue>();
        var bySentence = actors.ToLookup(actor => actor.SentenceIndex);
        foreach (var sentence in document.Sentences)
        {
            var here = bySentence[sentence.Index].ToList();
            for (var i = 0; i < sentence.Tokens.Count;)
            {
                var (cue, next) = At(sentence.Tokens, i);
                if (cue is null) { i++; continue; }
                if (Read(sentence, cue, i, next, here) is { } read) found.Add(read);
                i = next;
            }
        }
        return found;
    }

    private static (Cue? Cue, int Next) At(Sequence<Token> tokens, int i)
    {
        if (!Cues.TryGetValue(tokens[i].Lower, out var cues)) return (null, i);
        foreach (var cue in cues)
        {
            var k = 0;
            var at = i;
            while (k < cue.Words.Length && at < tokens.Count && (cue.Words[k] == "*" || tokens[at].Lower == cue.Words[k]))
            {
                // A star stands for up to five words.
                if (cue.Words[k] == "*")
                {
                    var gap = at;
                    while (gap < tokens.Count && gap - at <= 5 && tokens[gap].Lower != cue.Words[k + 1] && tokens[gap].Written is not (";" or ".")) gap++;
                    if (gap >= tokens.Count || tokens[gap].Lower != cue.Words[k + 1]) break;
                    (at, k) = (gap, k + 1);
                    continue;
                }
                at++;
                k++;
            }
            if (k == cue.Words.Length) return (cue, at);
        }
        return (null, i);
    }

    private static AttributionCue? Read(Sentence sentence, Cue cue, int from, int to, List<ActorMention> here)
    {
        var span = new TextSpan(sentence.Tokens[from].Start, sentence.Tokens[to - 1].End);
        var kind = cue.Kind;
        if (kind == AttributionCueKind.Claimed && IsDenied(sentence.Tokens, from)) return new AttributionCue(AttributionCueKind.Unclaimed, null, sentence.Index, span, sentence.InTitle);
        var actor = cue.Side switch
        {
            "left" => Left(sentence, here, from),
            "right" => Right(sentence, here, to) ?? (cue.Words is [.., "be"] ? here.FirstOrDefault(one => one.Span.Start >= sentence.Tokens[to - 1].End && one.Sort == ActorSort.Civilians && TokenAt(sentence, one.Span.Start) - to <= 2) : null),
            _ => null,
        };
        // "the attack was claimed by X" stands to the right of its cue.
        if (cue.Side == "left" && to < sentence.Tokens.Count && sentence.Tokens[to].Lower == "by") actor = Right(sentence, here, to);
        // "The group suspected.": nothing follows.
        if (actor is null && cue.Side == "right" && (to >= sentence.Tokens.Count || sentence.Tokens[to].Written is "." or ";")) actor = Left(sentence, here, from);
        if (actor is null && cue.Side != "none") return null;
        // "Gunmen suspected to be herdsmen": what they do for a living is all that is known of them.
        if (actor is { Sort: ActorSort.Civilians } && cue.Words is [.., "be"] && TokenAt(sentence, actor.Span.Start) - to <= 2) return new AttributionCue(kind, actor, sentence.Index, span, sentence.InTitle);
        if (actor is { Sort: ActorSort.Civilians or ActorSort.Institution or ActorSort.Person } && kind is AttributionCueKind.Claimed or AttributionCueKind.Suspected) return null;
        if (actor is { Sort: ActorSort.Civilians or ActorSort.Institution }) return null;
        return new AttributionCue(kind, actor, sentence.Index, span, sentence.InTitle);
    }

    private static ActorMention? Left(Sentence sentence, List<ActorMention> here, int from)
    {
        var candidates = here.Where(actor => actor.Span.Start < sentence.Tokens[from].Start && from - TokenAt(sentence, actor.Span.End) <= Reach).ToList();
        return candidates.LastOrDefault(actor => actor.Sort == ActorSort.NamedGroup) ?? candidates.LastOrDefault(actor => actor.Sort is ActorSort.Generic or ActorSort.Force);
    }

    private static ActorMention? Right(Sentence sentence, List<ActorMention> here, int to) =>
        here.FirstOrDefault(actor => actor.Span.End > sentence.Tokens[to - 1].End && TokenAt(sentence, actor.Span.Start) - to <= Reach - 4 && actor.Sort is ActorSort.NamedGroup or ActorSort.Generic or ActorSort.Force);

    private static int TokenAt(Sentence sentence, int offset)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
            if (offset <= sentence.Tokens[i].End) return i;
        return sentence.Tokens.Count;
    }

    private static bool IsDenied(Sequence<Token> tokens, int from)
    {
        for (var i = from - 1; i >= 0 && from - i < 9; i--)
        {
            if (tokens[i].Lower is "no" or "nobody" or "none" or "yet" or "not" or "neither" or "without") return true;
            if (tokens[i].Written is ";" or ":" or "," || tokens[i].Lower is "but") return false;
        }
        return false;
    }
}
