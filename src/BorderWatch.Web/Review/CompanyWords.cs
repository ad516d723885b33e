using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Review;

/// <summary>Who is at an incident, in words.</summary>
public static class CompanyWords
{
    /// <summary>"Leyla Aziz has taken this, 3 min ago." Null where nobody has.</summary>
    public static string? OfHold(HoldView? hold, Caller reader, DateTimeOffset now) => hold switch
    {
        null => null,
        _ when hold.IsOf(reader) => Say.It("You have taken this, {0}.", DateWords.Ago(hold.TakenAt, now)),
        _ => Say.It("{0} has taken this, {1}.", hold.Name, DateWords.Ago(hold.TakenAt, now)),
    };

    /// <summary>"Leyla Aziz is correcting this; Idris Vale is reading it." Null where nobody else is there.</summary>
    public static string? OfVisits(IReadOnlyList<VisitView> visits, Caller reader)
    {
        var others = visits.Where(visit => (visit.AccountId, visit.Name) != (reader.Id, reader.Name)).OrderByDescending(visit => visit.IsEditing)
            .Select((visit, at) => (visit.IsEditing, at) switch
            {
                (true, 0) => Say.It("{0} is correcting this", visit.Name),
                (true, _) => Say.It("{0} is correcting it", visit.Name),
                (false, 0) => Say.It("{0} is reading this", visit.Name),
                _ => Say.It("{0} is reading it", visit.Name),
            }).ToList();
        return others.Count == 0 ? null : $"{string.Join(Say.It("; "), others)}.";
    }
}
