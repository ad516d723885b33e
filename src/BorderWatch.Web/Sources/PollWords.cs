using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Sources;

/// <summary>What a poll brought, in a sentence.</summary>
public static class PollWords
{
    /// <summary>"2 new articles of 40: 1 new incident, 3 reports of known ones." Errors come first.</summary>
    public static string Of(PollResult result)
    {
        var brought = result.NewArticles == 0
            ? result.Items == 0 ? "" : $"Nothing new among {CountWords.Of(result.Items, "article")}."
            : $"{CountWords.Of(result.NewArticles, "new article")} of {result.Items:N0}: {CountWords.Of(result.NewIncidents, "new incident")}, {CountWords.Of(result.NewReports, "report")} of known ones.";
        var unreadable = result.Unreadable == 0 ? "" : $"{CountWords.Of(result.Unreadable, "article")} could not be read.";
        return string.Join(" ", new[] { result.Error, brought, unreadable }.Where(part => part is { Length: > 0 }));
    }
}
