using BorderWatch.Ingestion.Desk;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Sources;

/// <summary>What trying again brought, in a sentence or two.</summary>
public static class RetryWords
{
    /// <summary>"2 of 3 articles could be read: 1 new incident, 1 report of known ones. The last that failed: …".</summary>
    public static string Of(RetryResult result)
    {
        if (result.Error is not null) return Say.Answer(result.Error);
        var read = result.Read == 0 ? "" : ": " + Say.It("{0}, {1} of known ones", CountWords.Of(result.NewIncidents, "new incident"), CountWords.Of(result.NewReports, "report"));
        var failure = result.Failure is null ? "" : result.Tried == 1 ? $" {Say.Answer(result.Failure)}" : " " + Say.It("The last that failed: {0}", Say.Answer(result.Failure));
        return Say.It("{0} of {1} could be read", result.Read, CountWords.Of(result.Tried, "article")) + $"{read}.{failure}";
    }
}
