using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Sources;

/// <summary>What a poll brought, in a sentence.</summary>
public static class PollWords
{
    /// <summary>"2 new articles of 40: 1 new incident, 3 reports of known ones." Errors come first.</summary>
    public static string Of(PollResult result)
    {
        var brought = result.NewArticles == 0
            ? result.Items == 0 ? "" : Say.It("Nothing new among {0}.", CountWords.Of(result.Items, "article"))
            : Say.It("{0} of {1:N0}: {2}, {3} of known ones.", CountWords.Of(result.NewArticles, "new article"), result.Items, CountWords.Of(result.NewIncidents, "new incident"), CountWords.Of(result.NewReports, "report"));
        var unreadable = result.Unreadable == 0 ? "" : Say.It("{0} could not be read.", CountWords.Of(result.Unreadable, "article"));
        return string.Join(" ", new[] { Say.Answer(result.Error), brought, unreadable }.Where(part => part is { Length: > 0 }));
    }
}
