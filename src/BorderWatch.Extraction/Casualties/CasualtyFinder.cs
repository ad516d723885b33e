using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Casualties;

/// <summary>Finds the counts of people killed, injured, abducted and arrested. Pure and safe for many threads.</summary>
public static class CasualtyFinder
{
    /// <summary>Every count in <paramref name="sentence"/>, in the order of the text, parts and background flagged as such.</summary>
    public static IReadOnlyList<CasualtyMention> Find(Sentence sentence)
    {
        var reading = new CasualtyReading(sentence);
        if (reading.Predicates.Count == 0) return [];
        var mentions = new List<CasualtyMention>();
        VictimGroup? shared = null;
        for (var i = 0; i < reading.Predicates.Count; i++)
        {
            var predicate = reading.Predicates[i];
            foreach (var read in CasualtyRules.Apply(reading, i, shared))
            {
                var reported = read with { Group = read.Group.Whole(reading) };
                if (DiesOfIt(reading, i, reported))
                {
                    mentions.Add(MentionWriter.Write(reading, reading.Predicates[++i], reported with { Category = CasualtyCategory.Killed, Rule = "subject" }));
                    shared = reported.Group;
                    break;
                }
                mentions.Add(MentionWriter.Write(reading, predicate, reported));
                mentions.AddRange(PartReader.Parts(reading, predicate, reported));
                shared = reported.Group;
            }
        }
        return mentions;
    }

    // "A guard sustained injuries and later died": one who died, not one hurt and one dead.
    private static bool DiesOfIt(CasualtyReading reading, int i, Reported reported)
    {
        if (reported.Category != CasualtyCategory.Injured || i + 1 >= reading.Predicates.Count || reading.Predicates[i + 1] is not { Category: CasualtyCategory.Killed, Form: PredicateForm.Subject } death) return false;
        var joint = death.From - 1;
        while (joint > 0 && reading.Lower(joint) is "later" or "subsequently" or "then" or "soon" or "afterwards" or "eventually" or "has" or "had" or "have" or "also") joint--;
        return reading.Lower(joint) is "and" or "but" && joint - reading.Predicates[i].End <= 8;
    }
}
