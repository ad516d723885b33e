using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;

namespace BorderWatch.Store.Learning;

/// <summary>What was learnt from editors' rulings, and how well. Needs <see cref="Permission.RuleOnIncidents"/>.</summary>
public interface ILearningQuery
{
    /// <summary>All of it.</summary>
    /// <param name="since">Sources and confidence are judged by what editors decided from this day on, UTC, inclusive.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<CommandResult<LearningReport>> ReadAsync(DateOnly since, Caller by, CancellationToken cancellation);

    /// <summary>How far one source's values held; null where no editor decided on any.</summary>
    /// <param name="source">The source.</param>
    /// <param name="since">As in <see cref="ReadAsync"/>.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<CommandResult<SourceStanding>> StandingAsync(Guid source, DateOnly since, Caller by, CancellationToken cancellation);
}

/// <summary>What was learnt.</summary>
/// <param name="LastRun">When everything was last learnt anew; null where it never was.</param>
/// <param name="Things">What can be switched, those that are on first, then those that mend most; at most 200.</param>
/// <param name="Sources">How far each source's values held, the most looked at first; at most 100.</param>
/// <param name="Confidence">How many incidents of at least so much confidence editors confirmed, the lowest first.</param>
public sealed record LearningReport(LearningRun? LastRun, IReadOnlyList<LearntRow> Things, IReadOnlyList<SourceStanding> Sources, IReadOnlyList<ConfidenceStep> Confidence);

/// <summary>One thing that was learnt.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="SourceId">The outlet; null where it holds for all.</param>
/// <param name="SourceName">Its name; null where it holds for all.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Value">What it says; null for a classifier.</param>
/// <param name="Learnt">From how many incidents.</param>
/// <param name="Editors">From how many editors' rulings.</param>
/// <param name="Figures">How it did beside the rules.</param>
/// <param name="TrainedAt">When it was learnt, UTC.</param>
/// <param name="IsOn">True while it has a say.</param>
/// <param name="SwitchedAt">When it was last switched, UTC.</param>
/// <param name="SwitchedBy">By whom.</param>
/// <param name="Evidence">The incidents, newest first; at most 50.</param>
public sealed record LearntRow(
    Guid Id, LearntKind Kind, Guid? SourceId, string? SourceName, string Subject, ClaimValue? Value, int Learnt, int Editors, CrossValidation Figures, DateTimeOffset TrainedAt,
    bool IsOn, DateTimeOffset? SwitchedAt, string? SwitchedBy, IReadOnlyList<EvidenceRow> Evidence)
{
    /// <inheritdoc cref="LearntThing.Language" path="/summary"/>
    public string? Language { get; init; }

    /// <inheritdoc cref="LearntThing.Objection" path="/summary"/>
    public string? Objection { get; init; }

    /// <inheritdoc cref="LearntThing.Lacks" path="/summary"/>
    public string? Lacks => Objection ?? Figures.Lacks(Kind);
}

/// <summary>One incident that something was learnt from.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Title">Its title.</param>
/// <param name="RuledBy">Who ruled; null where it was confirmed as it stood.</param>
/// <param name="RulesRight">True where the rules were right.</param>
/// <param name="LearntRight">True where what was learnt from the others was right.</param>
public sealed record EvidenceRow(Guid IncidentId, string Title, string? RuledBy, bool RulesRight, bool LearntRight);

/// <summary>How far a source's values held.</summary>
/// <param name="Id">The source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Given">The letter that an editor gave; null where none did.</param>
/// <param name="All">All fields together.</param>
/// <param name="Fields">Field by field, in the order of the fields.</param>
public sealed record SourceStanding(Guid Id, string Name, SourceReliability? Given, BetaPosterior All, IReadOnlyList<(ClaimField Field, BetaPosterior Held)> Fields);

/// <summary>The incidents of at least so much confidence.</summary>
/// <param name="From">0 to 1, inclusive.</param>
/// <param name="Confirmed">How many of them editors confirmed.</param>
/// <param name="Reviewed">How many editors confirmed or rejected as no security incident; other reasons to reject say nothing of the extractor.</param>
public sealed record ConfidenceStep(double From, int Confirmed, int Reviewed)
{
    /// <summary>What a threshold has to keep: so large a share of the incidents above it are incidents, with 95 % confidence.</summary>
    public const double Aim = 0.9;

    /// <summary>The lowest step above which <see cref="Aim"/> holds; null where it holds above none.</summary>
    public static ConfidenceStep? Choose(IReadOnlyList<ConfidenceStep> steps) =>
        steps.OrderBy(step => step.From).FirstOrDefault(step => step.Reviewed >= BetaPosterior.Least && new BetaPosterior(step.Confirmed, step.Reviewed).Range().Low >= Aim);
}
