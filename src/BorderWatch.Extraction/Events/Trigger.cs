using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>A trigger found in a sentence.</summary>
/// <param name="Entry">The lexicon's row.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="First">Its first token's number in the sentence.</param>
/// <param name="Last">Its last token's number, inclusive.</param>
/// <param name="Voice">How a verb is used; <see cref="TriggerVoice.Nominal"/> for nouns.</param>
/// <param name="Standing">Whether the sentence says that it happened.</param>
/// <param name="Cue">The words that decided on <paramref name="Standing"/>; null where none did.</param>
public sealed record Trigger(
    TriggerEntry Entry, Sentence Sentence, int First, int Last, TriggerVoice Voice, Standing Standing, string? Cue)
{
    /// <summary>Where its words stand, in the body or in the headline.</summary>
    public TextSpan Span => new(Sentence.Tokens[First].Start, Sentence.Tokens[Last].End);

    /// <summary>What it names.</summary>
    public TriggerFamily Family => Entry.Family;
}

/// <summary>How a trigger stands in its clause.</summary>
public enum TriggerVoice
{
    /// <summary>Its subject did it.</summary>
    Active,

    /// <summary>Its subject suffered it: "were shot dead", or a participle after a noun: "a man killed in".</summary>
    Passive,

    /// <summary>A noun.</summary>
    Nominal,
}

/// <summary>Whether the text says that it happened.</summary>
public enum Standing
{
    /// <summary>It happened, or was tried.</summary>
    Asserted,

    /// <summary>It is only referred to: a habit, an accusation, a condemnation, a purpose. Never an incident by itself unless place or date are given.</summary>
    Referred,

    /// <summary>It happened long before: an anniversary, a trial, "in 2009".</summary>
    Past,

    /// <summary>It is planned, feared, threatened, possible.</summary>
    Unreal,

    /// <summary>It did not happen.</summary>
    Negated,

    /// <summary>It was an accident, a disease, a game, a figure of speech.</summary>
    Harmless,
}
