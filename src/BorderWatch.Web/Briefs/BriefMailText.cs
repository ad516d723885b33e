using System.Globalization;
using System.Text;
using BorderWatch.Store.Briefs;
using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Briefs;

/// <summary>A brief for readers of plain text: every figure with the address of its incidents.</summary>
internal sealed class BriefMailText(BriefReading brief, BriefAddresses links)
{
    private readonly StringBuilder _text = new();

    private BriefContent Content => brief.Content;

    /// <summary>The text.</summary>
    public string Write()
    {
        Line(brief.Text.Title);
        Line($"{RegionPeriod.Between(brief.From, brief.To).Words} · {RegionWords.Of(Content.RegionParts)}");
        Line(links.Version);
        Line().Line($"{BriefWords.Lead(Content)} {BriefWords.Comparison(Content)} {BriefWords.OverYear(Content)}");
        if (links.All is { } all) Line(all);
        Written("Assessment", brief.Text.Assessment);
        Heading("Incidents by type: now, before");
        foreach (var (type, now, before) in BriefParts.Types(Content))
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{type}: {now:N0}, {BriefParts.Before(Content, before)}"));
            if (links.OfType(type) is { } address) Line($"  {address}");
        }
        if (BriefParts.Firsts(Content) is { Count: > 0 } firsts)
        {
            Heading("For the first time");
            Line(string.Join(" · ", firsts));
        }
        Heading("Gravest incidents");
        if (Content.Incidents.Count == 0) Line("None was reported.");
        foreach (var (incident, at) in Content.Incidents.Select((incident, at) => (incident, at)))
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {incident.Date:d MMM}: {incident.Title}"));
            Line($"   {BriefParts.Detail(incident)}").Line($"   {links.Incident(incident.Id)}");
        }
        Written("Outlook", brief.Text.Outlook.Length == 0 ? BriefParts.NotWritten : brief.Text.Outlook);
        return Line().Line("-- ").Line(BriefParts.Method(brief)).Line(BriefParts.Credit)._text.ToString();
    }

    private void Written(string heading, string text)
    {
        if (text.Length == 0) return;
        Heading(heading);
        Line(string.Join("\n\n", BriefParts.Paragraphs(text)));
    }

    private void Heading(string heading) => Line().Line(heading.ToUpperInvariant());

    private BriefMailText Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }
}
