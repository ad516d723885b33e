using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Says how the values came about, sentence by sentence.</summary>
internal static class Explanation
{
    public static IReadOnlyList<ExtractionStep> Of(ArticleFacts article, List<IncidentDraft> drafts, List<IncidentDraft> reported)
    {
        var steps = new List<ExtractionStep>();
        void Add(string rule, string value, TextSpan span, bool inTitle) =>
            steps.Add(new ExtractionStep(rule, value, EvidenceBook.Quote(article.Document, rule, span, inTitle)));
        foreach (var facts in article.Sentences)
        {
            var inTitle = facts.Sentence.InTitle;
            Add("sentence", $"sentence {facts.Sentence.Index}", new TextSpan(facts.Sentence.Start, facts.Sentence.End), inTitle);
            foreach (var t in facts.Triggers) Add($"trigger.{t.Family}", $"{t.Voice}, {t.Standing}{(t.Cue is null ? "" : $" because of “{t.Cue}”")}", t.Span, inTitle);
            foreach (var c in facts.Casualties) Add(c.Rule, $"{c.Category} {c.Range} [{c.Flags}] {c.Victims?.Words}", c.Span, inTitle);
            foreach (var p in facts.Places) Add("place", $"{p.Place.Name}, {p.Place.Admin1}, {p.Place.Country} ({p.Level}, {p.Place.Precision})", new TextSpan(p.Start, p.End), inTitle);
            foreach (var d in facts.Dates) Add(d.Rule, $"{d.Period.From:O} to {d.Period.To:O} ({d.Period.Precision}) [{d.Flags}]", d.Span, inTitle);
            foreach (var a in facts.Actors) Add("actor", $"{a.Name} ({a.Kind}, {a.Sort}){(a.IsSource ? " speaks" : "")}", a.Span, inTitle);
            for (var i = 0; i < drafts.Count; i++)
                foreach (var mention in drafts[i].Mentions.Where(m => m.Sentence == facts.Sentence))
                    Add("incident", $"tells of {(reported.Contains(drafts[i]) ? "incident" : "something not reported as an incident,")} {i + 1} (salience {drafts[i].Salience:0.00}, weight {mention.Weight:0.00}{(mention.Anaphoric ? ", refers back" : "")}{(mention.Separate ? ", begins another" : "")}{(mention.Background ? ", background" : "")})", mention.Main.Span, inTitle);
        }
        foreach (var draft in reported)
        {
            if (draft.Features is not { } features) continue;
            Add("confidence", string.Join("; ", features.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Value:0.###}"))), draft.Lead.Main.Span, draft.Lead.Sentence.InTitle);
        }
        return steps;
    }
}
