using BorderWatch.Ingestion.Claims;
using BorderWatch.Store;
using BorderWatch.Store.Learning;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Learns which reports are of no incident, from what editors confirmed and rejected. The rules take every report that they draft for one.</summary>
internal sealed class RelevanceLearner(IDbContextFactory<BorderWatchDbContext> contexts) : ILearner
{
    /// <summary>The label of what was confirmed.</summary>
    public const string Incident = "incident";

    private const string None = "none";

    // Fewer of either could not be in every fold with something to spare.
    private const int LeastOfEach = 2 * GroupedFolds.Count;

    public async Task<IReadOnlyList<Lesson>> LearnAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var reports = (await JudgedReport.LoadAsync(db, cancellation)).Where(r => r.IsIncident is not null).ToList();
        var incidents = reports.GroupBy(r => r.IncidentId).ToList();
        if (Math.Min(incidents.Count(i => i.First().IsIncident == true), incidents.Count(i => i.First().IsIncident == false)) < LeastOfEach) return [];
        return await Task.Run(() => Learn(reports, cancellation), cancellation);
    }

    private static IReadOnlyList<Lesson> Learn(List<JudgedReport> reports, CancellationToken cancellation)
    {
        var folds = GroupedFolds.Of(reports.Select(r => (r.IncidentId, LabelOf(r))));
        var evidence = new List<LessonEvidence>();
        for (var fold = 0; fold < GroupedFolds.Count; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var classifier = WordClassifier.Open(WordClassifier.Train([.. reports.Where(r => folds[r.IncidentId] != fold).Select(Sample)]));
            foreach (var left in reports.Where(r => folds[r.IncidentId] == fold).GroupBy(r => r.IncidentId))
            {
                var truth = left.First().IsIncident == true;
                var likely = left.Average(r => Likely(classifier, r.Words, r.Kind ?? "")) >= 0.5;
                evidence.Add(new LessonEvidence(left.Key, null, truth, likely == truth));
            }
        }
        var model = WordClassifier.Train([.. reports.Select(Sample)]);
        return [new Lesson(LearntKind.Relevance, null, "", "", null, model, evidence.Count, 0, [.. evidence.OrderBy(e => e.IncidentId)])];
    }

    /// <summary>How likely it is that a report is of an incident, 0 to 1.</summary>
    public static double Likely(WordClassifier classifier, string words, string kind)
    {
        var (label, probability) = classifier.Ask(words, kind);
        return label == Incident ? probability : 1 - probability;
    }

    /// <summary>The draft with a confidence no higher than the classifier has.</summary>
    public static ReportDraft Doubt(ReportDraft draft, (string Words, string Kind) read, WordClassifier classifier) =>
        draft with { Confidence = Math.Min(draft.Confidence, Likely(classifier, read.Words, read.Kind)) };

    private static string LabelOf(JudgedReport report) => report.IsIncident == true ? Incident : None;

    private static WordSample Sample(JudgedReport report) => new() { Words = report.Words, Kind = report.Kind ?? "", Label = LabelOf(report) };
}
