using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Everything that the finders saw in a document, by sentence.</summary>
internal sealed class ArticleFacts
{
    public ArticleFacts(Document document, IToponymFinder toponymFinder)
    {
        Document = document;
        Anchor = DateFinder.Anchor(document);
        var toponyms = toponymFinder.Find(document);
        var (body, title) = toponyms;
        Filed = toponyms.Dateline;
        var countries = body.Concat(title).Select(toponym => toponym.Place.Country).OfType<string>().ToHashSet();
        Actors = ActorFinder.Find(document, countries.Count > 0 ? countries : null);
        Attributions = AttributionFinder.Find(document, Actors);
        var allDates = DateFinder.Find(document);
        var dates = allDates.ToLookup(date => date.SentenceIndex);
        var actors = Actors.ToLookup(actor => actor.SentenceIndex);
        var casualtiesOf = document.Sentences.Select(sentence => CasualtyFinder.Find(sentence).ToList()).ToList();
        var subject = new SubjectMatter(document) { HasVictims = casualtiesOf.Exists(found => found.Exists(IsVictimCount)) };
        var isHistory = TriggerReview.IsHistory(document, allDates, Anchor);
        var at = 0;
        foreach (var sentence in document.Sentences)
        {
            List<Toponym> places;
            if (sentence.InTitle) places = [.. title];
            else
            {
                places = [];
                while (at < body.Count && body[at].Start < sentence.Start) at++;
                while (at < body.Count && body[at].Start < sentence.End) places.Add(body[at++]);
            }
            var triggers = TriggerFinder.Find(sentence);
            List<DateMention> ownDates = [.. dates[sentence.Index]];
            var casualties = casualtiesOf[Sentences.Count];
            TriggerReview.Apply(sentence, triggers, ownDates, casualties.Exists(IsVictimCount), actors[sentence.Index].Any(a => a is { Sort: ActorSort.NamedGroup, IsParty: false, IsSource: false }), subject, isHistory);
            List<ActorMention> here = [.. actors[sentence.Index]];
            here.AddRange(NamedVictims.Find(document, sentence, triggers, here, places));
            var facts = new SentenceFacts(sentence, triggers, casualties, ownDates, here, places);
            Captures.Resolve(facts);
            Sentences.Add(facts);
        }
        Strikes.Resolve(Sentences);
        if (Sentences.Count > 0 && Sentences[0].Sentence.IsHeadline)
            TriggerReview.ReviewHeadline(Sentences[0].Triggers, [.. Sentences.Skip(1).SelectMany(facts => facts.Triggers)]);
    }

    private static bool IsVictimCount(CasualtyMention casualty) => casualty.IsCount && !casualty.Is(CasualtyFlags.Negated);

    public Document Document { get; }

    /// <summary>What "today" means; null where nothing tells.</summary>
    public DateOnly? Anchor { get; }

    /// <summary>Where the report was filed; null where it does not say.</summary>
    public Toponym? Filed { get; }

    public IReadOnlyList<ActorMention> Actors { get; }

    public IReadOnlyList<AttributionCue> Attributions { get; }

    public List<SentenceFacts> Sentences { get; } = [];

    /// <summary>Words that the body writes large inside a sentence, where only names are.</summary>
    public HashSet<string> NamesInside => field ??= [.. Sentences.Where(facts => !facts.Sentence.InTitle).SelectMany(facts => facts.Sentence.Tokens.Skip(1)).Where(token => token.IsCapitalised).Select(token => token.Written)];

    /// <summary>Where sentences begin, in the headline and in the body.</summary>
    public HashSet<(bool InTitle, int Start)> SentenceStarts => field ??= [.. Sentences.Select(facts => (facts.Sentence.InTitle, facts.Sentence.Start))];
}

/// <summary>What the finders saw in one sentence.</summary>
internal sealed record SentenceFacts(
    Sentence Sentence, List<Trigger> Triggers, List<CasualtyMention> Casualties, List<DateMention> Dates,
    List<ActorMention> Actors, List<Toponym> Places)
{
    /// <summary>The number of the token at or after a position in the text.</summary>
    public int TokenAt(int position)
    {
        var tokens = Sentence.Tokens;
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].End <= position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The lower-case word at a token number; empty beyond the sentence.</summary>
    public string Word(int token) => token >= 0 && token < Sentence.Tokens.Count ? Sentence.Tokens[token].Lower : "";
}
