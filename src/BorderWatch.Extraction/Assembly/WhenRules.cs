using BorderWatch.Extraction.Dates;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Says when an incident happened: its clauses' date, else its neighbours', else what the day of publication bounds.</summary>
internal static class WhenRules
{
    /// <summary>An undated report of the news tells of the days before its publication, this one included.</summary>
    private const int NewsDays = 6;

    public static Supported<OccurrencePeriod> For(IncidentDraft draft, ArticleFacts article)
    {
        if (draft.Date is { } date) return new(date.Period, date.Span, date.InTitle);
        var lead = draft.Lead;
        var neighbour = Near(article, lead.Sentence.Index);
        if (neighbour is { } near) return new(near.Period, near.Span, near.InTitle);
        if (article.Document.Dateline is { Filed: { } day, Release: { } written } && !draft.Background) return new(OccurrencePeriod.OnDay(day), written, false);
        if (article.Anchor is { } anchor && !draft.Background)
            return new(new OccurrencePeriod(anchor.AddDays(-NewsDays), anchor, TimePrecision.Week), lead.Main.Span, lead.Sentence.InTitle);
        return new(OccurrencePeriod.Unknown, lead.Main.Span, lead.Sentence.InTitle);
    }

    // The nearest occasion before or after in the article; sentences that tell other incidents have been asked already.
    private static DateMention? Near(ArticleFacts article, int index)
    {
        foreach (var offset in (int[])[-1, 1, 2, -2, 3, -3])
        {
            if (index + offset < 0 || index + offset >= article.Sentences.Count) continue;
            var found = article.Sentences[index + offset].Dates.Find(d => d.IsOccasion && d.Period.Precision == TimePrecision.Day);
            if (found is not null) return found;
        }
        return null;
    }
}
