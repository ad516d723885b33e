namespace BorderWatch.Extraction.Casualties;

/// <summary>A casualty predicate found in a sentence; indexes count lexemes, the last one exclusive.</summary>
/// <param name="From">Where its words begin.</param>
/// <param name="To">Where they end; for a divided predicate ("shot … dead") where its first part ends.</param>
/// <param name="End">Where the last part ends; equal to <paramref name="To"/> where it is not divided.</param>
/// <param name="Category">What became of the people.</param>
/// <param name="Form">How it finds its people.</param>
internal sealed record Predicate(int From, int To, int End, CasualtyCategory Category, PredicateForm Form);

/// <summary>The forms of casualty-predicates.tsv.</summary>
internal enum PredicateForm
{
    /// <summary>Past tense or participle.</summary>
    Past,

    /// <summary>Passive participle only.</summary>
    Participle,

    /// <summary>Past tense divided by its object.</summary>
    Split,

    /// <summary>Gerund divided by its object.</summary>
    SplitGerund,

    /// <summary>Present or infinitive.</summary>
    Base,

    /// <summary>"-ing" with an object.</summary>
    Gerund,

    /// <summary>The subject suffered it.</summary>
    Subject,

    /// <summary>Beside or after the people.</summary>
    Adjective,

    /// <summary>A noun that is counted.</summary>
    Deaths,

    /// <summary>A noun, "of" and the people.</summary>
    DeathOf,

    /// <summary>"claimed 12 lives".</summary>
    Lives,

    /// <summary>"death toll".</summary>
    Toll,

    /// <summary>"casualties": killed or injured; only its denial is a count.</summary>
    Harm,

    /// <summary>"escaped unhurt": those are no casualties.</summary>
    Unhurt,
}
