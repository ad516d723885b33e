using BorderWatch.Store.Incidents;
using BorderWatch.Web.Quotes;

namespace BorderWatch.Web.Incidents;

/// <summary>A claim as the incident page shows it.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Report">By whom.</param>
/// <param name="Sentence">The quotation in its sentence.</param>
/// <param name="DisagreesWith">The sources that it contradicts; empty where it contradicts none.</param>
public sealed record QuoteLine(ClaimView Claim, ReportView Report, Surroundings Sentence, IReadOnlyList<string> DisagreesWith)
{
    /// <summary>The quotations of a field: contested ones first, then the newest publication first.</summary>
    public static IReadOnlyList<QuoteLine> Of(IReadOnlyList<ReportView> reports, ClaimField field)
    {
        var claims = reports.SelectMany(report => report.Claims.Where(claim => claim.Field == field).Select(claim => (Claim: claim, Report: report))).ToList();
        return
        [
            .. claims.Select(line => new QuoteLine(line.Claim, line.Report, In(line.Report, line.Claim), Against(line.Claim, line.Report, claims)))
                .OrderBy(line => line.DisagreesWith.Count == 0)
                .ThenByDescending(line => At(line.Report))
        ];
    }

    private static Surroundings In(ReportView report, ClaimView claim)
    {
        var sentence = Surroundings.Of(claim.InTitle ? report.Title : report.Text, claim.QuoteStart, claim.QuoteEnd);
        return sentence.Quote == claim.Quote ? sentence : new("", claim.Quote, ""); // The claim's own words are the record.
    }

    private static List<string> Against(ClaimView claim, ReportView report, IEnumerable<(ClaimView Claim, ReportView Report)> others) =>
    [
        .. others.Where(other => other.Report.SourceName != report.SourceName && Contradict(claim, report, other.Claim, other.Report))
            .Select(other => other.Report.SourceName).Distinct()
    ];

    private static bool Contradict(ClaimView one, ReportView oneReport, ClaimView other, ReportView otherReport) =>
        At(oneReport) <= At(otherReport) ? Disagreement.Between(one.Value, other.Value) : Disagreement.Between(other.Value, one.Value);

    private static DateTimeOffset At(ReportView report) => report.PublishedAt ?? report.FetchedAt;
}
