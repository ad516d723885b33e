namespace BorderWatch.Ingestion.Opinions;

/// <summary>Why no opinion could be had, in words for the page; none of them the endpoint's own.</summary>
internal sealed class OpinionFault(string words, OpinionFaultKind kind, Exception? inner = null) : Exception(words, inner)
{
    /// <summary>Whose fault it is.</summary>
    public OpinionFaultKind Kind { get; } = kind;

    /// <summary>How long the endpoint asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True where the model may have read the article, so that tokens may be charged.</summary>
    public bool IsAnswered { get; init; } = kind == OpinionFaultKind.Answer;
}

/// <summary>Whose fault it is that there is no opinion.</summary>
internal enum OpinionFaultKind
{
    /// <summary>The endpoint's: it would fail with every article, and is left alone for a while.</summary>
    Endpoint,

    /// <summary>The answer's: another article may do better.</summary>
    Answer,
}
