using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Makes a mention of every clause that tells of something that happened.</summary>
internal static class MentionBuilder
{
    private static readonly HashSet<string> Definite = ["the", "this", "that", "these", "those", "both"];

    private static readonly HashSet<string> SeparateWords = ["another", "separate", "separately", "elsewhere", "meanwhile", "second", "third", "fourth", "different", "unrelated", "other", "simultaneously"];

    private static readonly HashSet<string> AddingWords = ["also", "moreover", "furthermore", "additionally", "finally", "similarly", "likewise", "besides", "addition"];

    private static readonly HashSet<string> BackgroundWords = ["similar", "previous", "previously", "earlier", "past", "recent", "last"];

    public static List<EventMention> Build(ArticleFacts article)
    {
        var mentions = new List<EventMention>();
        foreach (var facts in article.Sentences)
        {
            if (facts.Triggers.Count == 0) continue;
            foreach (var clause in ClauseSplitter.Split(facts))
            {
                if (Mention(facts, clause) is not { } mention) continue;
                mention.Place ??= mention.Anaphoric ? null : PlaceChoice.OfDefinite(mention, article);
                mentions.Add(mention);
            }
        }
        return mentions;
    }

    private static EventMention? Mention(SentenceFacts facts, (int First, int End) clause)
    {
        var triggers = facts.Triggers.Where(t => t.First >= clause.First && t.First < clause.End && !IsArmedBlockade(facts, t)).ToList();
        if (triggers.Count == 0) return null;
        var casualties = facts.Casualties.Where(c => facts.TokenAt(c.Predicate.Start) is var at && at >= clause.First && at < clause.End).ToList();
        if (Generic.IsTalk(facts, clause, triggers, casualties)) return null;
        if (casualties.TrueForAll(c => c.Is(CasualtyFlags.Negated) || !c.IsCount) && triggers.TrueForAll(t => IsPeople(facts, t))) return null;
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
            Adds = Marked(facts, clause, triggers, AddingWords),
            Separate = Marked(facts, clause, triggers, SeparateWords),
            Background = Backdrop.Is(facts, clause, triggers, main),
        };
        // "In response to the violence, the embassy in …": where somebody reacts.
        if ((!mention.Anaphoric || main.Entry.Weight >= 0.5) && !PlaceChoice.IsRoundUp(facts)) mention.Place = PlaceChoice.InClause(mention);
        mention.Date = DateChoice.InClause(mention);
        mention.Weight = Weigh(mention);
        return mention;
    }

    // "Helicopters took the injured to the capital", "the families of the dead": people, not what befell them.
    private static bool IsPeople(SentenceFacts facts, Trigger trigger) =>
        trigger.First == trigger.Last && facts.Word(trigger.First) is "injured" or "wounded" or "dead" or "killed" && facts.Word(trigger.First - 1) is "the" or "those";

    /// <summary>Which of a clause's triggers says most: a means more than a killing, an assertion more than a reference.</summary>
    private static double Rank(Trigger trigger) => trigger.Entry.Weight + (trigger.Family is TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.Reference or TriggerFamily.Operation ? -0.3 : 0);

    // Gunmen who block a road rob or search; only people who bear no arms protest by it.
    private static bool IsArmedBlockade(SentenceFacts facts, Trigger trigger) =>
        trigger is { Family: TriggerFamily.Protest, Voice: not TriggerVoice.Nominal } && trigger.Entry.Parts[0].Base is "block" or "barricade"
        && facts.Actors.Exists(a => a.Span.End <= trigger.Span.Start && a.Kind is ActorKind.Rebel or ActorKind.Criminal or ActorKind.Unknown && a.Sort is ActorSort.Generic or ActorSort.NamedGroup && !a.IsParty);

    private static readonly HashSet<string> Objects = ["of", "on", "against", "that", "which", "in", "at", "near", "by", "launched", "carried", "staged", "between", "upon"];

    /// <summary>"The attack left …", "this explosion", "both bombings", "the bomb went off": something told before.</summary>
    private static bool IsAnaphoric(SentenceFacts facts, List<Trigger> triggers, Trigger main)
    {
        foreach (var trigger in triggers)
        {
            if (trigger != main && trigger.Family is not (TriggerFamily.Reference or TriggerFamily.Attack)) continue;
            if (trigger.Voice != TriggerVoice.Nominal || trigger.Last - trigger.First > 2) continue;
            if (!IsDefinite(facts, trigger)) continue;
            // "The strike on 2 May": the one that was told, not a strike on something.
            if (facts.Word(trigger.Last + 1) == "on" && facts.Dates.Exists(d => facts.TokenAt(d.Span.Start) - trigger.Last is 2 or 3)) return true;
            if (trigger.Family == TriggerFamily.Reference || facts.Word(trigger.First - 1) is "this" or "these" || !Objects.Contains(facts.Word(trigger.Last + 1))) return true;
        }
        return IsRepetition(facts) || IsPartitive(facts) || RefersToPeople(facts) || TellsOfAttackers(facts) || IsClaim(facts, triggers);
    }

    // "The bodies were found near …", "the strikers have been blocking …": people already told open the sentence.
    private static bool RefersToPeople(SentenceFacts facts) => OpensWithPeople(facts, 0) || facts.Word(0) is "since" or "on" && Enumerable.Range(2, 4).Any(i => facts.Word(i) == "the" && OpensWithPeople(facts, i))
        || facts.Word(0) == "they" && facts.Word(1) == "were" && facts.Word(2) is "killed" or "shot" or "assassinated" or "murdered" or "abducted" or "kidnapped" or "executed" or "gunned" or "ambushed" or "attacked" or "hit";

    private static bool OpensWithPeople(SentenceFacts facts, int i) =>
        facts.Word(i) is "the" or "these" or "both" && facts.Word(i + 1) is "bodies" or "body" or "victims" or "victim" or "corpses" or "dead" or "wounded" or "injured" or "deceased" or "attackers" or "assailants"
            or "strikers" or "protesters" or "demonstrators" or "marchers" or "agitators" or "hostages" or "kidnappers" or "gunmen" or "bombers" or "bomber" or "arrests" or "detainees" or "suspects";

    // "The attack near Mand was claimed by the front": wherever it was, it was told.
    private static bool IsClaim(SentenceFacts facts, List<Trigger> triggers)
    {
        if (facts.Word(0) != "the" || !triggers.Exists(t => t.First <= 2 && t.Voice == TriggerVoice.Nominal)) return false;
        for (var i = 2; i < facts.Sentence.Tokens.Count; i++)
            if (facts.Word(i) == "claimed" && facts.Word(i + 1) == "by") return true;
        return false;
    }

    // "A guard was shot when he tried to stop the attackers": those of the incident just told.
    private static bool TellsOfAttackers(SentenceFacts facts)
    {
        for (var i = 2; i < facts.Sentence.Tokens.Count; i++)
            if (facts.Word(i) is "attackers" or "assailants" or "kidnappers" or "abductors" or "raiders" or "hijackers" && facts.Word(i - 1) == "the") return true;
        return false;
    }

    // "Two of the soldiers were killed at once": some of those already told.
    private static bool IsPartitive(SentenceFacts facts) =>
        facts.Word(1) == "of" && facts.Word(2) is "the" or "those" or "these" or "them" && facts.Sentence.Tokens.Count > 3
        && (facts.Sentence.Tokens[0].Kind == TokenKind.Number || facts.Word(0) is "two" or "three" or "four" or "five" or "six" or "one" or "several" or "some" or "most" or "both" or "none");

    // One adjective may stand between: "the bloody attack".
    private static bool IsDefinite(SentenceFacts facts, Trigger trigger)
    {
        if (Definite.Contains(facts.Word(trigger.First - 1))) return true;
        return Definite.Contains(facts.Word(trigger.First - 2)) && facts.Word(trigger.First - 1) is var between && between.Length > 2
            && !SeparateWords.Contains(between) && !BackgroundWords.Contains(between) && between is not ("second" or "latest" or "new");
    }

    // "This is the third time that …" speaks of the incident just told.
    private static bool IsRepetition(SentenceFacts facts) =>
        facts.Word(0) is "this" or "it" && facts.Word(1) is "is" or "was" && facts.Word(2) == "the" && (facts.Word(4) is "time" or "attack" or "such" or "incident" || facts.Word(5) is "time" or "attack");

    private static bool Marked(SentenceFacts facts, (int First, int End) clause, List<Trigger> triggers, HashSet<string> words)
    {
        for (var i = clause.First; i < Math.Min(clause.First + 5, clause.End); i++)
            if (words.Contains(facts.Word(i)) && !IsOfPeople(facts, i)) return true;
        foreach (var trigger in triggers)
            for (var i = trigger.First - 2; i < trigger.First; i++)
                if (words.Contains(facts.Word(i)) && !(facts.Word(i) == "another" && facts.Word(i + 1) == "was")) return true;
        return false;
    }

    // "A third man was wounded", "another was shot": one more of the same incident.
    private static bool IsOfPeople(SentenceFacts facts, int at) =>
        facts.Word(at) is "second" or "third" or "fourth" or "another" or "other" && (facts.Word(at + 1) is "was" or "were" or "had" || PeopleLexicon.IsPerson(facts.Word(at + 1)));

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
