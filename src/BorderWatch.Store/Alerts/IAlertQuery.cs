using BorderWatch.Store.Accounts;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Alerts;

/// <summary>Reads rules and notices: the caller's own, and those that are shared.</summary>
public interface IAlertQuery
{
    /// <summary>The rules by name, and the newest notices, at most 100. Needs <see cref="Permission.Read"/>.</summary>
    Task<CommandResult<AlertOverview>> ListAsync(Caller by, CancellationToken cancellation);

    /// <summary>One rule with its newest notices and the log of its deliveries. Needs <see cref="Permission.Read"/>.</summary>
    Task<CommandResult<AlertView>> FindAsync(Guid ruleId, Caller by, CancellationToken cancellation);

    /// <summary>On how many days of the last year a rule would have fired. Needs <see cref="Permission.KeepAlerts"/>.</summary>
    Task<CommandResult<AlertPast>> PastAsync(AlertDraft draft, Caller by, CancellationToken cancellation);

    /// <summary>A rule with its newest notices, for a program that has its feed's key; null where there is no such rule, the key is another, or the owner may no longer.</summary>
    Task<AlertView?> FeedAsync(Guid ruleId, string key, CancellationToken cancellation);
}

/// <summary>What somebody sees of alerts.</summary>
/// <param name="Rules">By name.</param>
/// <param name="Notices">The newest first.</param>
public sealed record AlertOverview(IReadOnlyList<AlertRow> Rules, IReadOnlyList<NoticeRow> Notices);

/// <summary>A rule in the list.</summary>
/// <param name="Rule">The rule; without its keys and ways where it is another's.</param>
/// <param name="IsOwn">True where it is the caller's.</param>
/// <param name="Notices">How often it fired.</param>
/// <param name="LastAt">When last, UTC; null where never.</param>
/// <param name="Stuck">Deliveries that failed and are tried again, or were given up in the last week.</param>
public sealed record AlertRow(AlertRule Rule, bool IsOwn, int Notices, DateTimeOffset? LastAt, int Stuck);

/// <summary>A notice in a list.</summary>
/// <param name="Id">The notice.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="RuleName">Its name now.</param>
/// <param name="At">When it fired, UTC.</param>
/// <param name="Headline">What was counted.</param>
/// <param name="Content">The incidents as they were.</param>
public sealed record NoticeRow(Guid Id, Guid RuleId, string RuleName, DateTimeOffset At, string Headline, NoticeContent Content);

/// <summary>A rule to look at.</summary>
/// <param name="Rule">The rule; without its keys and ways where it is another's.</param>
/// <param name="Filter">What it asks.</param>
/// <param name="IsOwn">True where it is the caller's.</param>
/// <param name="Notices">The newest first, at most 50.</param>
/// <param name="Deliveries">The newest first, at most 50; none where the rule is another's.</param>
public sealed record AlertView(AlertRule Rule, TimelineFilter Filter, bool IsOwn, IReadOnlyList<NoticeRow> Notices, IReadOnlyList<DeliveryRow> Deliveries);

/// <summary>A delivery in the log.</summary>
/// <param name="Delivery">What is to leave.</param>
/// <param name="Attempts">The newest first, at most 20.</param>
public sealed record DeliveryRow(AlertDelivery Delivery, IReadOnlyList<DeliveryAttempt> Attempts)
{
    /// <summary>True for a test.</summary>
    public bool IsTest => Delivery.Key.StartsWith(AlertQueue.Test, StringComparison.Ordinal);

    /// <summary>True where it only tells that a brief's draft waits.</summary>
    public bool IsDraftNotice => Delivery is { BriefId: not null, Key: Briefs.BriefMailQueue.Notice };
}

/// <summary>What a rule would have done.</summary>
/// <param name="From">First day that was looked at.</param>
/// <param name="To">Last day.</param>
/// <param name="Times">On how many days it would have fired.</param>
/// <param name="Newest">The newest of them, at most five: the days that were counted together.</param>
public sealed record AlertPast(DateOnly From, DateOnly To, int Times, IReadOnlyList<(DateOnly From, DateOnly To)> Newest);
