using BorderWatch.Ingestion.Desk;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Sources;

/// <summary>What trying again brought, in a sentence or two.</summary>
public static class RetryWords
{
    /// <summary>"2 of 3 articles could be read: 1 new incident, 1 report of known ones. The last that failed: …".</summary>
    public static string Of(RetryResult result)
    {
        if (result.Error is not null) return result.Error;
        var read = result.Read == 0 ? "" : $": {CountWords.Of(result.NewIncidents, "new incident")}, {CountWords.Of(result.NewReports, "report")} of known ones";
        var failure = result.Failure is null ? "" : result.Tried == 1 ? $" {result.Failure}" : $" The last that failed: {result.Failure}";
        return $"{result.Read} of {CountWords.Of(result.Tried, "article")} could be read{read}.{failure}";
    }
}
