using BorderWatch.Ingestion.Alerts;
using BorderWatch.Store.Briefs;

namespace BorderWatch.Web.Briefs;

/// <summary>A brief as a mail, in the words of its page.</summary>
public sealed class BriefMailLetter : IBriefLetter
{
    /// <inheritdoc />
    public BriefLetter Write(BriefReading brief, bool attachWord, Uri site)
    {
        var links = new BriefAddresses(brief, Root(site));
        return new(brief.Text.Title, new BriefMailText(brief, links).Write(), new BriefMailHtml(brief, links).Write(), attachWord ? Word(brief, Root(site)) : null);
    }

    /// <inheritdoc />
    public BriefLetter Tell(BriefReading brief, Uri site)
    {
        var schedule = brief.Schedule is { } made ? $"\n{BriefWords.Schedule(made, brief.From)}\n" : "";
        return new(
            $"Draft to complete: {brief.Text.Title}",
            $"A draft of the brief “{brief.Text.Title}” waits to be completed and approved:\n{new BriefAddresses(brief, Root(site)).Newest}\n{schedule}\nIts figures are mailed to nobody before it is approved.\n", null, null);
    }

    private static LetterAttachment Word(BriefReading brief, string site) => new(BriefDocument.NameOf(brief), BriefDocument.Type, new BriefDocument(brief, site).Write());

    private static string Root(Uri site) => site.AbsoluteUri.TrimEnd('/');
}
