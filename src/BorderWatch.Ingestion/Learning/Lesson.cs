using BorderWatch.Store.Learning;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Something that was learnt just now, before it is laid beside what was learnt earlier.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="SourceId">The outlet that it holds for; null for all.</param>
/// <param name="Subject">What it is about; empty for a classifier.</param>
/// <param name="SubjectKey">The same, folded.</param>
/// <param name="Value">What it says, as JSON; null for a classifier.</param>
/// <param name="Model">A trained classifier; null for a preference.</param>
/// <param name="Learnt">From how many incidents.</param>
/// <param name="Editors">From how many editors' rulings.</param>
/// <param name="Evidence">The incidents that it was tested on.</param>
internal sealed record Lesson(LearntKind Kind, Guid? SourceId, string Subject, string SubjectKey, string? Value, byte[]? Model, int Learnt, int Editors, IReadOnlyList<LessonEvidence> Evidence)
{
    /// <inheritdoc cref="LearntThing.Language" path="/summary"/>
    public string? Language { get; init; }

    /// <inheritdoc cref="LearntThing.Objection" path="/summary"/>
    public string? Objection { get; init; }

    /// <summary>Null where it may be switched on; else a sentence that says why not.</summary>
    public string? Lacks => Objection ?? Figures.Lacks(Kind);

    /// <summary>How it did beside the rules.</summary>
    public CrossValidation Figures { get; } = CrossValidation.Of([.. Evidence.Select(e => (e.RulesRight, e.LearntRight))]);
}

/// <summary>One incident that was left out, and what was said of it.</summary>
internal sealed record LessonEvidence(Guid IncidentId, Guid? RulingId, bool RulesRight, bool LearntRight);

/// <summary>Learns one kind of thing from what editors ruled. Reads the store and writes nothing.</summary>
internal interface ILearner
{
    /// <summary>Everything that there is to learn, the same from the same rulings.</summary>
    Task<IReadOnlyList<Lesson>> LearnAsync(CancellationToken cancellation);
}
