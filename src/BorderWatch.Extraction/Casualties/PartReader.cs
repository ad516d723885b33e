using BorderWatch.Extraction.Phrases;

namespace BorderWatch.Extraction.Casualties;

/// <summary>Numbers that only break another one down: "including three children", "two of them policemen".</summary>
internal static class PartReader
{
    /// <summary>A part begins at most so many lexemes after the whole.</summary>
    private const int Reach = 12;

    /// <summary>The parts of <paramref name="reported"/>, each flagged <see cref="CasualtyFlags.Part"/>.</summary>
    public static IEnumerable<CasualtyMention> Parts(CasualtyReading reading, Predicate predicate, Reported reported)
    {
        foreach (var part in reported.Group.Parts) yield return Mention(reading, predicate, reported, part);
        var end = Math.Max(reported.Group.To, predicate.End);
        for (var from = reported.Group.To; from < reading.Lexemes.Count && from < end + Reach; from++)
        {
            var word = reading.Lower(from);
            if (word is ";" or "." or ":" || (reading.InPredicate(from) && (from < predicate.From || from >= predicate.End))) break;
            var after = word switch
            {
                "including" or "include" or "included" or "includes" => from + 1,
                "among" when reading.Lower(from + 1) is "them" or "whom" => from + 2,
                _ => -1,
            };
            if (after < 0 || ObjectReader.Object(reading, after) is not { } parts) continue;
            foreach (var part in parts.People) yield return Mention(reading, predicate, reported, part);
            break;
        }
    }

    private static CasualtyMention Mention(CasualtyReading reading, Predicate predicate, Reported whole, PeoplePhrase part) =>
        MentionWriter.Write(reading, predicate, new Reported(new VictimGroup([part]), whole.Category, "part", CasualtyFlags.Part));
}
