namespace BorderWatch.Store.Briefs;

/// <summary>Reads briefs.</summary>
public interface IBriefQuery
{
    /// <summary>The newest briefs, at most 200.</summary>
    Task<IReadOnlyList<BriefLine>> ListAsync(CancellationToken cancellation);

    /// <summary>A brief as one of its versions has it; null where there is none of that id or number.</summary>
    /// <param name="briefId">The brief.</param>
    /// <param name="number">The version; null for the newest.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<BriefReading?> ReadAsync(Guid briefId, int? number, CancellationToken cancellation);
}

/// <summary>A brief in the list.</summary>
/// <param name="Id">The brief.</param>
/// <param name="Title">Of the newest version.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Versions">How many versions it has.</param>
/// <param name="SavedAt">When the newest was saved, UTC.</param>
/// <param name="SavedBy">Who saved it.</param>
public sealed record BriefLine(Guid Id, string Title, DateOnly From, DateOnly To, BriefStatus Status, int Versions, DateTimeOffset SavedAt, string SavedBy);

/// <summary>A brief to read.</summary>
/// <param name="Id">The brief.</param>
/// <param name="RegionId">The region; null where it has been deleted since.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Status">How far the brief has come; <see cref="BriefStatus.Draft"/> for a version that is not the newest.</param>
/// <param name="Number">The version.</param>
/// <param name="Newest">The newest version's number.</param>
/// <param name="Text">What its author wrote.</param>
/// <param name="Content">Its figures.</param>
/// <param name="SavedAt">When this version was saved, UTC.</param>
/// <param name="SavedBy">Who saved it.</param>
/// <param name="Since">What has changed since the figures were counted; empty where nothing has.</param>
/// <param name="Schedule">How its schedule came to make it; null where a person made it.</param>
public sealed record BriefReading(
    Guid Id, Guid? RegionId, DateOnly From, DateOnly To, BriefStatus Status, int Number, int Newest, BriefText Text, BriefContent Content,
    DateTimeOffset SavedAt, string SavedBy, IReadOnlyList<BriefChange> Since, ScheduledBrief? Schedule = null);

/// <summary>How a schedule came to make a brief.</summary>
/// <param name="DueAt">Since when it was due, UTC.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="Skipped">How many briefs of the schedule fell due before and were not made.</param>
/// <param name="SkippedFrom">The first day of these; they end where the brief begins. Null where there are none.</param>
public sealed record ScheduledBrief(DateTimeOffset DueAt, DateTimeOffset MadeAt, int Skipped, DateOnly? SkippedFrom);

/// <summary>Something that is no longer as a brief tells it.</summary>
/// <param name="IncidentId">The incident; null for a figure of the whole period.</param>
/// <param name="What">Of what, in words: the incident's line as the brief has it, or "Incidents".</param>
/// <param name="Field">Which value: "killed", "date", "place", "status", "title".</param>
/// <param name="From">As the brief has it, in words.</param>
/// <param name="To">As it is now, in words.</param>
public sealed record BriefChange(Guid? IncidentId, string What, string Field, string From, string To);
