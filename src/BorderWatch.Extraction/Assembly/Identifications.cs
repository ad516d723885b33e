using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Gives those who are "identified as" the part of those whom the sentence speaks of: victims, or attackers and detainees.</summary>
internal static class Identifications
{
    public static void Apply(IncidentDraft draft, ArticleFacts article, Cast cast)
    {
        var sentences = draft.Mentions.Select(m => m.Sentence.Index).ToHashSet();
        foreach (var index in sentences.Order().ToList())
        {
            Read(article.Sentences[index], cast);
            if (!sentences.Contains(index + 1) && index + 1 < article.Sentences.Count && article.Sentences[index + 1].Triggers.Count == 0) Read(article.Sentences[index + 1], cast);
        }
    }

    private static void Read(SentenceFacts facts, Cast cast)
    {
        for (var i = 1; i + 1 < facts.Sentence.Tokens.Count; i++)
        {
            if (facts.Word(i) != "as" || facts.Word(i - 1) is not ("identified" or "named")) continue;
            var role = IsOfAttackers(facts, i) ? ActorRole.Perpetrator : ActorRole.Target;
            foreach (var person in facts.Actors)
                if (person.Sort == ActorSort.Person && facts.TokenAt(person.Span.Start) > i) cast.Add(person, role, Attribution.Confirmed);
            return;
        }
    }

    private static bool IsOfAttackers(SentenceFacts facts, int at)
    {
        for (var i = 0; i < at; i++)
            if (facts.Word(i) is "attacker" or "attackers" or "gunman" or "gunmen" or "bomber" or "assailant" or "assailants" or "killer" or "perpetrators" or "kidnappers") return true;
        return false;
    }
}
