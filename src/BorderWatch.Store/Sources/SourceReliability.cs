namespace BorderWatch.Store.Sources;

/// <summary>The Admiralty code's letters for a source (NATO AJP-2.1), A to F in this order.</summary>
public enum SourceReliability
{
    /// <summary>A: no doubt of its trustworthiness.</summary>
    CompletelyReliable,

    /// <summary>B: minor doubt.</summary>
    UsuallyReliable,

    /// <summary>C: doubt.</summary>
    FairlyReliable,

    /// <summary>D: significant doubt.</summary>
    NotUsuallyReliable,

    /// <summary>E: it has a history of invalid information.</summary>
    Unreliable,

    /// <summary>F: there is nothing to judge it by.</summary>
    CannotBeJudged,
}
