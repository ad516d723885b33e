using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Makes a mention of every clause that tells of something that happened.</summary>
internal static class MentionBuilder
{
    private static readonly HashSet<string> Definite = ["the", "this", "that", "these", "those"];

    private static readonly HashSet<string> SeparateWords = ["another", "separate", "separately", "elsewhere", "meanwhile", "second", "third", "fourth", "different", "unrelated", "other", "simultaneously"];

    private static readonly HashSet<string> BackgroundWords = ["similar", "previous", "previously", "earlier", "past", "recent", "last"];

    public static List<EventMention> Build(ArticleFacts article)
    {
        var mentions = new List<EventMention>();
        foreach (var facts in article.Sentences)
        {
            if (facts.Triggers.Count == 0) continue;
            foreach (var clause in ClauseSplitter.Split(facts))
                if (Mention(facts, clause) is { } mention) mentions.Add(mention);
        }
        return mentions;
    }

    private static EventMention? Mention(SentenceFacts facts, (int First, int End) clause)
    {
        var triggers = facts.Triggers.Where(t => t.First >= clause.First && t.First < clause.End).ToList();
        if (triggers.Count == 0) return null;
        var casualties = facts.Casualties.Where(c => facts.TokenAt(c.Predicate.Start) is var at && at >= clause.First && at < clause.End).ToList();
        if (Generic.IsTalk(facts, clause, triggers, casualties)) return null;
        var main = triggers.OrderBy(t => t.Standing == Standing.Asserted ? 0 : (int)t.Standing).ThenByDescending(t => Rank(t)).ThenBy(t => t.First).First();
        if (main.Standing >= Standing.Unreal && casualties.TrueForAll(c => !c.IsCount)) return null;
        var mention = new EventMention
        {
            Facts = facts,
            Clause = clause,
            Triggers = triggers,
            Main = main,
            Casualties = casualties,
            Anaphoric = IsAnaphoric(facts, triggers, main),
            Separate = Marked(facts, clause, triggers, SeparateWords),
            Background = main.Standing == Standing.Past || Marked(facts, clause, triggers, BackgroundWords) && triggers.Exists(t => t.Voice == TriggerVoice.Nominal && BackgroundWords.Contains(facts.Word(t.First - 1)) && facts.Word(t.First - 2) is "a" or "an" or "in" or "previous"),
        };
        mention.Place = PlaceChoice.InClause(mention);
        mention.Date = DateChoice.InClause(mention);
        mention.Weight = Weigh(mention);
        return mention;
    }

    /// <summary>Which of a clause's triggers says most: a means more than a killing, an assertion more than a reference.</summary>
    private static double Rank(Trigger trigger) => trigger.Entry.Weight + (trigger.Family is TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.Reference or TriggerFamily.Operation ? -0.3 : 0);

    private static bool IsAnaphoric(SentenceFacts facts, List<Trigger> triggers, Trigger main)
    {
        foreach (var trigger in triggers)
        {
            if (trigger.Voice != TriggerVoice.Nominal || trigger.Last - trigger.First > 1) continue;
            if (trigger != main && trigger.Family != TriggerFamily.Reference && trigger.Family != TriggerFamily.Attack) continue;
            if (Definite.Contains(facts.Word(trigger.First - 1)) && facts.Word(trigger.Last + 1) is not ("of" or "on" or "against" or "that" or "which" or "in" or "at")) return true;
            if (trigger.Family == TriggerFamily.Reference && Definite.Contains(facts.Word(trigger.First - 1))) return true;
        }
        return false;
    }

    private static bool Marked(SentenceFacts facts, (int First, int End) clause, List<Trigger> triggers, HashSet<string> words)
    {
        for (var i = clause.First; i < Math.Min(clause.First + 5, clause.End); i++)
            if (words.Contains(facts.Word(i))) return true;
        foreach (var trigger in triggers)
            if (words.Contains(facts.Word(trigger.First - 1)) || words.Contains(facts.Word(trigger.First - 2))) return true;
        return false;
    }

    private static double Weigh(EventMention mention)
    {
        var trigger = mention.Main;
        var weight = trigger.Entry.Weight * trigger.Standing switch { Standing.Asserted => 1, Standing.Referred => 0.45, Standing.Past => 0.2, _ => 0.1 };
        if (mention.Casualties.Exists(c => c.IsCount && !c.Is(CasualtyFlags.Negated) && c.Category == CasualtyCategory.Killed)) weight += 0.3;
        else if (mention.Casualties.Exists(c => c.IsCount && !c.Is(CasualtyFlags.Negated))) weight += 0.2;
        if (mention.Place is not null) weight += 0.15;
        if (mention.Date is { IsOccasion: true }) weight += 0.15;
        return weight;
    }
}
