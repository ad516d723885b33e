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
            foreach (var reported in CasualtyRules.Apply(reading, i, shared))
            {
                mentions.Add(MentionWriter.Write(reading, predicate, reported));
                mentions.AddRange(PartReader.Parts(reading, predicate, reported));
                shared = reported.Group;
            }
        }
        return mentions;
    }
}
