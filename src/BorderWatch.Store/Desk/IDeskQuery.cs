using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Desk;

/// <summary>Reads the desk: what editors are to look at, what matters most first.</summary>
public interface IDeskQuery
{
    /// <summary>How much lies in each lane.</summary>
    /// <param name="reader">Whose <see cref="DeskLane.Assigned"/> and <see cref="DeskLane.Mentions"/>; null for nobody's.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<DeskCounts> CountAsync(Guid? reader, CancellationToken cancellation);

    /// <summary>The first incidents of a lane; none for <see cref="DeskLane.Duplicates"/>, which has pairs, and <see cref="DeskLane.Mentions"/>.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="reader">Whose watchlists count, and whose <see cref="DeskLane.Assigned"/>; null for nobody's, and the watchlists of an installation without accounts.</param>
    /// <param name="most">So many.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<IReadOnlyList<DeskItem>> ItemsAsync(DeskLane lane, Guid? reader, int most, CancellationToken cancellation);

    /// <summary>The pairs of incidents that may be one, the likeliest first.</summary>
    Task<IReadOnlyList<DuplicatePair>> PairsAsync(int most, CancellationToken cancellation);

    /// <summary>The incident of a lane to look at next; null where nothing else lies in it.</summary>
    /// <param name="lane">Not <see cref="DeskLane.Duplicates"/> or <see cref="DeskLane.Mentions"/>.</param>
    /// <param name="reader">Whose <see cref="DeskLane.Assigned"/>; null for nobody's.</param>
    /// <param name="after">The one that was looked at: passed over, and what ranks before it as well where something ranks after it.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<Guid?> NextAsync(DeskLane lane, Guid? reader, Guid after, CancellationToken cancellation);
}

/// <summary>The parts of the desk.</summary>
public enum DeskLane
{
    /// <summary>No editor has confirmed or rejected it.</summary>
    Review,

    /// <summary>Reports contradict each other on a field that nobody ruled on.</summary>
    Differ,

    /// <summary>Two incidents may be one.</summary>
    Duplicates,

    /// <summary>A report contradicts what an editor ruled.</summary>
    Challenged,

    /// <summary>Assigned to the reader, and not confirmed or rejected since.</summary>
    Assigned,

    /// <summary>Comments that name the reader, and that they have not put aside.</summary>
    Mentions,

    /// <summary>Nobody has confirmed or rejected it, and a language model reads one of its reports otherwise than the extractor on a field that nobody ruled on.</summary>
    SecondOpinion,

    /// <summary>Nobody has confirmed or rejected it, and the classifier that is on finds each of its reports unlikely to be of an incident; the least likely first.</summary>
    Unlikely,
}

/// <summary>How much lies in each lane.</summary>
public sealed record DeskCounts(int Review, int Differ, int Duplicates, int Challenged, int Assigned = 0, int Mentions = 0, int SecondOpinion = 0, int Unlikely = 0)
{
    /// <summary>How much lies in a lane.</summary>
    public int Of(DeskLane lane) => lane switch
    {
        DeskLane.Review => Review,
        DeskLane.Differ => Differ,
        DeskLane.Duplicates => Duplicates,
        DeskLane.Challenged => Challenged,
        DeskLane.Assigned => Assigned,
        DeskLane.Mentions => Mentions,
        DeskLane.SecondOpinion => SecondOpinion,
        DeskLane.Unlikely => Unlikely,
        _ => throw new ArgumentOutOfRangeException(nameof(lane), lane, null),
    };
}

/// <summary>An incident on the desk.</summary>
/// <param name="Row">As the timeline shows it.</param>
/// <param name="Since">When it came, UTC: its first report's arrival.</param>
/// <param name="IsChallenged">True where a report contradicts what an editor ruled.</param>
/// <param name="Reasons">What else brings it up the queue.</param>
public sealed record DeskItem(TimelineRow Row, DateTimeOffset Since, bool IsChallenged, IReadOnlyList<DeskReason> Reasons)
{
    /// <summary>0 to 1: how likely the likeliest of its reports is to be of an incident; null but in <see cref="DeskLane.Unlikely"/>.</summary>
    public double? Likelihood { get; init; }
}

/// <summary>Something that brings an incident up the queue and that its row would not show.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The watchlist's, the actor's or the province's name.</param>
public sealed record DeskReason(DeskReasonKind Kind, string Name);

/// <summary>What can bring an incident up the queue.</summary>
public enum DeskReasonKind
{
    /// <summary>An actor or the place stands on a watchlist of the reader's own.</summary>
    Watchlist,

    /// <summary>No incident that came earlier and stands has the actor, who is neither unknown nor civilian.</summary>
    NewActor,

    /// <summary>No incident that came earlier and stands lies in the province.</summary>
    NewProvince,
}

/// <summary>Two incidents that may be one.</summary>
/// <param name="First">The one that was reported first.</param>
/// <param name="Second">The other.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reason">What speaks for and against.</param>
public sealed record DuplicatePair(DeskItem First, DeskItem Second, double Score, string Reason);
