using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Desk;

/// <summary>Who else is at work: who has taken which incident, who looks at it now. For those who may rule on incidents; nothing here keeps anybody out.</summary>
public interface IDeskCompany
{
    /// <summary>Who is at each of some incidents; those that nobody is at are there as well.</summary>
    Task<CommandResult<IReadOnlyDictionary<Guid, IncidentCompany>>> OfAsync(IReadOnlyCollection<Guid> incidents, Caller by, CancellationToken cancellation);

    /// <summary>Whom an incident can be assigned to and who can be mentioned: all accounts that may rule, by name.</summary>
    Task<CommandResult<IReadOnlyList<Colleague>>> ColleaguesAsync(Caller by, CancellationToken cancellation);

    /// <summary>Takes an incident.</summary>
    /// <param name="incident">Which.</param>
    /// <param name="over">From whom it is knowingly taken over; null where nobody seemed to have it. Where another has it by now, it is refused, and says who.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<CommandResult<bool>> TakeAsync(Guid incident, string? over, Caller by, CancellationToken cancellation);

    /// <summary>Lets one's own go; false where one had not taken it, or no longer.</summary>
    Task<CommandResult<bool>> ReleaseAsync(Guid incident, Caller by, CancellationToken cancellation);

    /// <summary>Says that a page shows an incident; it also keeps what its reader has taken. To be said more often than <see cref="IncidentVisit.Life"/>.</summary>
    /// <param name="page">Random, and the same while the page is open.</param>
    /// <param name="incident">What it shows.</param>
    /// <param name="isEditing">True while a correction is being made.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<CommandResult<bool>> VisitAsync(Guid page, Guid incident, bool isEditing, Caller by, CancellationToken cancellation);

    /// <summary>Says that a page is closed.</summary>
    Task LeaveAsync(Guid page, CancellationToken cancellation);
}

/// <summary>Who is at an incident.</summary>
/// <param name="Hold">Who has taken it; null where nobody has, or it has ended.</param>
/// <param name="Visits">Who looks at it now, each once, by name.</param>
/// <param name="Assignee">Whom it is assigned to; null where to nobody.</param>
public sealed record IncidentCompany(HoldView? Hold, IReadOnlyList<VisitView> Visits, Colleague? Assignee)
{
    /// <summary>Nobody.</summary>
    public static IncidentCompany None { get; } = new(null, [], null);
}

/// <summary>Somebody has taken an incident.</summary>
/// <param name="AccountId">Whose account; null where there are no accounts.</param>
/// <param name="Name">Who.</param>
/// <param name="TakenAt">UTC.</param>
public sealed record HoldView(Guid? AccountId, string Name, DateTimeOffset TakenAt)
{
    /// <summary>True where it is the caller's.</summary>
    public bool IsOf(Caller caller) => (AccountId, Name) == (caller.Id, caller.Name);
}

/// <summary>Somebody looks at an incident.</summary>
/// <param name="AccountId">Whose account; null where there are no accounts.</param>
/// <param name="Name">Who.</param>
/// <param name="IsEditing">True where they are making a correction.</param>
public sealed record VisitView(Guid? AccountId, string Name, bool IsEditing);

/// <summary>Somebody who may rule on incidents.</summary>
public sealed record Colleague(Guid Id, string Name);
