using BorderWatch.Store.Articles;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Articles;

/// <summary>How far an article has come, in words.</summary>
public static class WayWords
{
    /// <summary>The name of a choice of articles.</summary>
    public static string Of(ArticleChoice choice) => choice switch
    {
        ArticleChoice.Incidents => Say.It("With incidents"),
        ArticleChoice.Nothing => Say.It("Without"),
        ArticleChoice.Failed => Say.It("Failed"),
        _ => Say.It("All"),
    };

    /// <summary>True where its text could not be had, or not in full.</summary>
    public static bool IsFailed(Article article) => article.Outcome is ArticleOutcome.Unreadable || article.TextNote is not null;

    /// <summary>What came of it, in a line.</summary>
    public static string Outcome(Article article, int incidents)
    {
        var outcome = article.Outcome switch
        {
            ArticleOutcome.HasIncidents => Say.It("Reports {0}.", CountWords.Of(incidents, "incident")),
            ArticleOutcome.Unreadable => Say.It("Could not be read. {0}", Say.Answer(article.OutcomeReason)),
            _ => Say.Answer(article.OutcomeReason) ?? Say.It("It was read, and reports no incident."),
        };
        return article.TextNote is { } note ? $"{outcome} {note}" : outcome;
    }

    /// <summary>The article's way, step by step, as far as it came.</summary>
    public static IReadOnlyList<WayStep> Steps(ArticleDetail detail)
    {
        var article = detail.Article;
        List<WayStep> steps = [new("Arrived", WayMark.Done, article.FeedItemId is not null || article.TextFrom is not (null or TextOrigin.Given)
            ? Say.It("{0}, in the feed of {1}.", DateWords.Moment(article.FirstSeenAt), detail.Source.Name) : Say.It("{0}, from {1}.", DateWords.Moment(article.FirstSeenAt), detail.Source.Name))];
        var tried = article.LastTriedAt is { } at ? " " + Say.It("Last tried {0}.", DateWords.Moment(at)) : "";
        if (article.Revisions is not [.., var newest]) return [.. steps, new("Fetched", WayMark.Failed, $"{Say.Answer(article.OutcomeReason)}{tried}"), .. NotReached("Read", "Extracted", "Matched")];
        var origin = article.TextFrom switch { TextOrigin.FeedItem => Say.It("Its text stands in the feed."), TextOrigin.Page => Say.It("Its text was taken from its page."), TextOrigin.Given => Say.It("Its text was given by hand."), _ => Say.It("Its text was had.") };
        steps.Add(new("Fetched", article.TextNote is null ? WayMark.Done : WayMark.Failed, $"{DateWords.Moment(newest.FetchedAt)}. {article.TextNote ?? origin}{(article.TextNote is null ? "" : tried)}"));
        steps.Add(new("Read", WayMark.Done, newest.Number > 1 ? Say.It("{0}, language {1}, revision {2}.", CountWords.Of(newest.Text.Length, "character"), newest.Language, newest.Number) : Say.It("{0}, language {1}.", CountWords.Of(newest.Text.Length, "character"), newest.Language)));
        var by = article.ExtractedAt is { } extracted ? Say.It("By {0}, {1}:", article.Extractor, DateWords.Moment(extracted)) + " " : "";
        if (detail.Reports.Count == 0) return [.. steps, new("Extracted", WayMark.Done, $"{by}{Lower(Say.Answer(article.OutcomeReason) ?? Say.It("It reports no incident."), by)}"), new("Matched", WayMark.NotReached, Say.It("nothing to match"))];
        steps.Add(new("Extracted", WayMark.Done, by + Say.It("{0}, {1}.", CountWords.Of(detail.Reports.Count, "incident"), CountWords.Of(detail.Reports.Sum(report => report.Claims), "quoted value"))));
        steps.Add(new("Matched", WayMark.Done, Say.It("{0} founded, {1} joined.", CountWords.Of(detail.Reports.Count(report => report.MatchScore is null), "incident"), detail.Reports.Count(report => report.MatchScore is not null))));
        return steps;
    }

    private static IEnumerable<WayStep> NotReached(params string[] names) => names.Select(name => new WayStep(name, WayMark.NotReached, Say.It("not reached")));

    private static string Lower(string sentence, string after) => after.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}

/// <summary>A step of an article's way.</summary>
/// <param name="Name">Arrived, fetched, read, extracted, matched.</param>
/// <param name="Mark">Whether it went well.</param>
/// <param name="Words">What happened, or why not.</param>
public sealed record WayStep(string Name, WayMark Mark, string Words);

/// <summary>How a step went.</summary>
public enum WayMark
{
    /// <summary>Well.</summary>
    Done,

    /// <summary>Not, or not in full.</summary>
    Failed,

    /// <summary>It was not come to.</summary>
    NotReached,
}
