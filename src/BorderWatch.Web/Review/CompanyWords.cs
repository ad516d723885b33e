using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Review;

/// <summary>Who is at an incident, in words.</summary>
public static class CompanyWords
{
    /// <summary>"Leyla Aziz has taken this, 3 min ago." Null where nobody has.</summary>
    public static string? OfHold(HoldView? hold, Caller reader, DateTimeOffset now) => hold switch
    {
        null => null,
        _ when hold.IsOf(reader) => $"You have taken this, {DateWords.Ago(hold.TakenAt, now)}.",
        _ => $"{hold.Name} has taken this, {DateWords.Ago(hold.TakenAt, now)}.",
    };

    /// <summary>"Leyla Aziz is correcting this; Idris Vale is reading it." Null where nobody else is there.</summary>
    public static string? OfVisits(IReadOnlyList<VisitView> visits, Caller reader)
    {
        var others = visits.Where(visit => (visit.AccountId, visit.Name) != (reader.Id, reader.Name)).OrderByDescending(visit => visit.IsEditing)
            .Select((visit, at) => $"{visit.Name} is {(visit.IsEditing ? "correcting" : "reading")} {(at == 0 ? "this" : "it")}").ToList();
        return others.Count == 0 ? null : $"{string.Join("; ", others)}.";
    }
}
