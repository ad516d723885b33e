namespace BorderWatch.Extraction.Events;

/// <summary>One row of the trigger lexicon.</summary>
/// <param name="Family">What it names.</param>
/// <param name="Word">Verb, noun or fixed phrase.</param>
/// <param name="Parts">Its words in order.</param>
/// <param name="Weight">0 to 1: how surely the words alone speak of an incident.</param>
/// <param name="Weapon">The means that the words name; null where they name none.</param>
public sealed record TriggerEntry(TriggerFamily Family, TriggerWord Word, IReadOnlyList<TriggerPart> Parts, double Weight, string? Weapon);

/// <summary>One word of a trigger phrase.</summary>
/// <param name="Base">The word, in lower case.</param>
/// <param name="Inflects">True where any form of it matches.</param>
/// <param name="GapBefore">True where up to four words may stand before it.</param>
public readonly record struct TriggerPart(string Base, bool Inflects, bool GapBefore);

/// <summary>How a trigger is used.</summary>
public enum TriggerWord
{
    /// <summary>A verb: it has a subject and perhaps an object.</summary>
    Verb,

    /// <summary>A noun: what it befell follows "on", "against", "of".</summary>
    Noun,

    /// <summary>A fixed phrase.</summary>
    Phrase,
}
