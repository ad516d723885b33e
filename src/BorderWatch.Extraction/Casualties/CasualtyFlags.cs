namespace BorderWatch.Extraction.Casualties;

/// <summary>What the words around a number say about how it may be added.</summary>
[Flags]
public enum CasualtyFlags
{
    /// <summary>A plain count.</summary>
    None = 0,

    /// <summary>Counted already in another number of the sentence: "including three children", "among them two policemen".</summary>
    Part = 1,

    /// <summary>A total that replaces earlier counts: "the death toll rose to 12", "bringing the total to 9".</summary>
    Total = 2,

    /// <summary>The people counted are attackers, militants, suspects: "nine militants were killed", "the bomber died".</summary>
    Attackers = 4,

    /// <summary>The text denies it: "nobody was hurt", "no casualties"; the range is 0.</summary>
    Negated = 8,

    /// <summary>Reported at second hand or as possible: "reportedly", "feared", "may have".</summary>
    Hedged = 16,

    /// <summary>A count over a longer time or of another incident: "has killed 300 people this year", "since 2014".</summary>
    Background = 32,

    /// <summary>No number stands in the text: one person is meant ("a policeman", a name), or a bare plural ("civilians were killed").</summary>
    Implied = 64,

    /// <summary>Only intended, threatened or averted: "tried to kill", "could have killed".</summary>
    Unrealised = 128,

    /// <summary>The people were spoken of before: "him", "them", "the insurgent", "two of the men".</summary>
    Again = 256,

    /// <summary>On top of those counted before: "three others", "one more", "another".</summary>
    More = 512,

    /// <summary>How the hurt fare now: "three others remain under treatment"; among those counted before, where any were.</summary>
    Still = 1024,
}
