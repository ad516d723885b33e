using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Adds up an incident's counts: a total replaces its parts, the first sentence's counts are not counted again later.</summary>
internal static class CasualtyCount
{
    /// <summary>How many; null where the text says nothing.</summary>
    public static CountedCasualties? Of(IncidentDraft draft, CasualtyCategory category, ArticleFacts article)
    {
        var mentions = draft.Mentions.SelectMany(m => m.Casualties).Concat(LateDeaths(draft, category, article))
            .Where(c => c.Category == category && c.IsCount && !IsEither(article, c)).DistinctBy(c => (c.Number, c.InTitle, c.Predicate)).ToList();
        // "A grenade was thrown at soldiers … Seven of them were injured": of people told before, whom nobody counted.
        if (mentions.Count == 0 && draft.Mentions.SelectMany(m => m.Casualties).FirstOrDefault(c => c.Category == category && c.Is(CasualtyFlags.Part) && !c.Is(CasualtyFlags.Negated) && c.Range.Best is > 0 && c.Rule.EndsWith(".passive", StringComparison.Ordinal)) is { } part)
            return new CountedCasualties(part.Range, [part]);
        if (mentions.Count == 0) return null;
        var told = mentions.Where(c => !c.Is(CasualtyFlags.Negated)).ToList();
        if (told.Count == 0) return new CountedCasualties(CasualtyRange.Exactly(0), [mentions[0]]);
        // "Ten were killed in separate operations … In Musa district a patrol killed three": of one of them, three.
        var single = told.FindAll(c => !IsOfSeveral(article, c));
        if (single.Exists(c => Size(c) > 0 && !c.Is(CasualtyFlags.Implied))) told = single;
        if (told.Exists(c => c.Is(CasualtyFlags.Still)))
        {
            var counted = told.Exists(c => !c.Is(CasualtyFlags.Still) && !c.Is(CasualtyFlags.Implied));
            told = told.FindAll(c => c.Is(CasualtyFlags.Still) != counted);
        }
        var total = told.FindLast(c => c.Is(CasualtyFlags.Total) && Size(c) > 0);
        if (total is not null && told.TrueForAll(c => Size(c) <= Size(total))) return new CountedCasualties(total.Range, [total]);
        var sentences = told.GroupBy(c => (c.InTitle, c.SentenceIndex)).Select(group => Sum([.. group])).ToList();
        var body = sentences.Where(s => !s.Mentions[0].InTitle).ToList();
        if (body.Count == 0) body = sentences;
        // "Two of the miners who were abducted were freed; seven had been taken": some of them first, then all.
        var best = body.Find(s => Size(s.Range) > 0) ?? body[0];
        if (best.Mentions.TrueForAll(c => c.Is(CasualtyFlags.Again)) && body.Find(s => s != best && Size(s.Range) > Size(best.Range) && !s.Mentions.Exists(c => c.Is(CasualtyFlags.Again) || c.Is(CasualtyFlags.Implied))) is { } whole) best = whole;
        // "Several fighters were killed … Initial reports say 13 were": the number is what the vague word meant.
        if (IsVague(best) && body.Find(s => s != best && s.Range.Best >= best.Range.Low && s.Mentions.TrueForAll(c => c.Is(CasualtyFlags.Attackers) == best.Mentions[0].Is(CasualtyFlags.Attackers))) is { } exact) best = exact;
        foreach (var later in body)
        {
            if (later == best || Size(later.Range) == 0 || body.IndexOf(later) < body.IndexOf(best)) continue;
            if (later.Mentions.TrueForAll(c => c.Is(CasualtyFlags.More) && !c.Is(CasualtyFlags.Total))) { best = Sum([.. best.Mentions, .. later.Mentions]); continue; }
            if (later.Mentions.Exists(c => c.Is(CasualtyFlags.Again) && !IsOfAttackersAlone(c, best) || c.Victims is null || c.Is(CasualtyFlags.Implied))) continue;
            var attackersDiffer = later.Mentions.TrueForAll(c => c.Is(CasualtyFlags.Attackers)) != best.Mentions.TrueForAll(c => c.Is(CasualtyFlags.Attackers));
            attackersDiffer |= IsOfState(later) && best.Mentions.TrueForAll(c => c.Victims is { } victims && victims.Head is "members" or "rebels" or "fighters" or "insurgents" or "bandits" or "gang" or "gangsters" && Combatants.Side(victims.Head) is not "state");
            var also = attackersDiffer && !later.Mentions.Exists(c => c.Is(CasualtyFlags.Total));
            // "A soldier and two rebels were killed … two rebels were killed": the second time they are among the first.
            if (also && later.Mentions.TrueForAll(c => c.Victims is { } victims && best.Mentions.Exists(b => b.Victims?.Words.Contains(victims.Head, StringComparison.OrdinalIgnoreCase) == true))) also = false;
            if (also) best = Sum([.. best.Mentions, .. later.Mentions]);
        }
        return best;
    }

    // "Two men were wounded … One of them died at night": what became of the wounded is told without the deed.
    private static IEnumerable<CasualtyMention> LateDeaths(IncidentDraft draft, CasualtyCategory category, ArticleFacts article)
    {
        // "Eleven others were hurt": more than the one just spoken of.
        if (category == CasualtyCategory.Injured)
        {
            for (var i = draft.Lead.Sentence.Index + 1; i <= Math.Min(article.Sentences.Count - 1, draft.Lead.Sentence.Index + 3); i++)
                if (article.Sentences[i] is { Triggers.Count: 0 } next)
                    foreach (var casualty in next.Casualties)
                        if (casualty is { Category: CasualtyCategory.Injured, IsCount: true } && (casualty.Is(CasualtyFlags.More) || casualty.Is(CasualtyFlags.Still) || i == draft.Lead.Sentence.Index + 1 && casualty.Rule is "casualties.injured.passive" or "casualties.injured.subject" && !draft.Mentions.Exists(m => m.Casualties.Exists(c => c.Category == CasualtyCategory.Injured))) && !casualty.Is(CasualtyFlags.Negated)) yield return casualty;
        }
        if (category != CasualtyCategory.Killed || !draft.Mentions.Exists(m => m.Casualties.Exists(c => c.Category == CasualtyCategory.Injured && !c.Is(CasualtyFlags.Negated)))
            && !draft.Mentions.Exists(m => m.Casualties.Exists(c => c.Category == CasualtyCategory.Killed && c.IsCount)) && draft.Mentions.Exists(m => m.Casualties.Count > 0)) yield break;
        var lead = draft.Lead.Sentence;
        if (lead.InTitle) yield break;
        for (var i = Math.Max(0, lead.Index - 1); i <= Math.Min(article.Sentences.Count - 1, lead.Index + 3); i++)
        {
            var facts = article.Sentences[i];
            if (facts.Sentence.InTitle || draft.Mentions.Exists(m => m.Sentence.Index == i) || facts.Triggers.Exists(t => t.Family is not (TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.Reference))) continue;
            foreach (var casualty in facts.Casualties)
                if (casualty is { Category: CasualtyCategory.Killed, IsCount: true, Rule: "casualties.killed.subject" } && !casualty.Is(CasualtyFlags.Negated)) yield return casualty;
        }
    }

    // A count over more incidents than this one.
    private static bool IsOfSeveral(ArticleFacts article, CasualtyMention mention)
    {
        if (mention.SentenceIndex >= article.Sentences.Count) return false;
        return SumsUp(article.Sentences[mention.SentenceIndex]);
    }

    /// <summary>True for a sentence over several incidents: "during separate clearing operations", "operations resulted in".</summary>
    public static bool SumsUp(SentenceFacts facts)
    {
        foreach (var trigger in facts.Triggers)
        {
            if (trigger is not { Voice: TriggerVoice.Nominal } || !facts.Word(trigger.Last).EndsWith('s')) continue;
            if (trigger.Family == TriggerFamily.Operation && facts.Word(trigger.Last + 1) is "resulted" or "left" or "netted" or "led" or "resulting") return true;
            for (var i = trigger.First - 1; i >= Math.Max(0, trigger.First - 3); i--)
                if (facts.Word(i) == "separate" || trigger.Family == TriggerFamily.Operation && facts.Word(i) is "several" or "multiple" or "various" or "numerous") return true;
        }
        return false;
    }

    // "Had killed or wounded over thirty": so many of both together, nobody knows of which.
    private static bool IsEither(ArticleFacts article, CasualtyMention mention)
    {
        if (mention.SentenceIndex >= article.Sentences.Count) return false;
        var facts = article.Sentences[mention.SentenceIndex];
        var (first, last) = (facts.TokenAt(mention.Predicate.Start), facts.TokenAt(mention.Predicate.End - 1));
        return facts.Word(first - 1) == "or" && facts.Word(first - 2) is "killed" or "dead" or "wounded" or "injured" || facts.Word(last + 1) == "or" && facts.Word(last + 2) is "killed" or "wounded" or "injured" or "hurt";
    }

    // "Killed four vendors … Police shot three of the attackers dead": of the attackers, whom nobody has counted among the dead.
    private static bool IsOfAttackersAlone(CasualtyMention mention, CountedCasualties before) =>
        mention.Is(CasualtyFlags.Attackers) && mention.Range.Best is not null && before.Mentions.TrueForAll(c => c.Victims is { Head: not ("people" or "persons" or "others") } && !c.Is(CasualtyFlags.Attackers) && !c.Is(CasualtyFlags.Total));

    // "Killed eight members of an armed group … One officer was killed."
    private static bool IsOfState(CountedCasualties counted) => counted.Mentions.TrueForAll(c => c.Victims is { } victims && Combatants.Side(victims.Head) == "state");

    private static bool IsVague(CountedCasualties counted) => counted.Range is { Best: null, High: null, Low: null or 3 or 4 };

    private static int Size(CasualtyMention mention) => Size(mention.Range);

    private static int Size(CasualtyRange range) => range.Best ?? range.Low ?? range.High ?? 0;

    // "three soldiers and two civilians were killed": side by side in one sentence they add up; said twice they do not.
    private static CountedCasualties Sum(List<CasualtyMention> mentions)
    {
        var counted = new List<CasualtyMention>();
        foreach (var mention in mentions)
            if (!counted.Exists(c => c.Number == mention.Number && c.InTitle == mention.InTitle)) counted.Add(mention);
        var numbered = counted.Where(c => Size(c) > 0 && !c.Is(CasualtyFlags.Implied)).ToList();
        if (numbered.Count > 0) counted = numbered;
        if (counted.Count == 1) return new CountedCasualties(counted[0].Range, counted);
        int? low = 0, best = 0, high = 0;
        foreach (var mention in counted)
        {
            low = Add(low, mention.Range.Low ?? (mention.Range.Best ?? 0));
            best = Add(best, mention.Range.Best);
            high = Add(high, mention.Range.High);
        }
        if (low == 0 && best is null) low = null;
        return new CountedCasualties(new CasualtyRange(low, best, high), counted);
    }

    private static int? Add(int? sum, int? more) => sum is { } a && more is { } b ? (int)Math.Min(int.MaxValue, (long)a + b) : null;
}
