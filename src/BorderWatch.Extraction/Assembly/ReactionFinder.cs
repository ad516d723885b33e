using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Finds the statements that an article reports about its incidents: condemnations, demands, denials, advice.</summary>
internal static class ReactionFinder
{
    private static readonly Dictionary<string, string> Verbs = Lexicon.Rows("reactions.tsv").ToDictionary(row => row[0], row => row[1]);

    public static IReadOnlyList<Reaction> Find(ArticleFacts article, IReadOnlySet<int> incidentSentences)
    {
        var reactions = new List<Reaction>();
        foreach (var facts in article.Sentences)
        {
            if (facts.Sentence.InTitle || incidentSentences.Contains(facts.Sentence.Index)) continue;
            for (var i = 1; i < Math.Min(facts.Sentence.Tokens.Count, 30); i++)
            {
                if (!Verbs.ContainsKey(facts.Word(i))) continue;
                var speaker = facts.Actors.FindLast(a => a.Span.End <= facts.Sentence.Tokens[i].Start)?.Words ?? Speaker(facts, i);
                reactions.Add(new Reaction(speaker, EvidenceBook.Quote(article.Document, "reaction", new TextSpan(facts.Sentence.Start, facts.Sentence.End), false)));
                break;
            }
        }
        return reactions;
    }

    // The words of the sentence before the verb, back to a comma.
    private static string? Speaker(SentenceFacts facts, int verb)
    {
        var from = verb;
        while (from > 0 && verb - from < 8 && facts.Sentence.Tokens[from - 1].Kind != TokenKind.Mark) from--;
        return from == verb ? null : string.Join(' ', facts.Sentence.Tokens.Slice(from, verb - from).Select(t => t.Written));
    }
}
