using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Learning;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Learns which reports are of no incident, from what editors confirmed and rejected. The rules take every report that they draft for one.</summary>
internal static class RelevanceLearner
{
    /// <summary>The label of what was confirmed.</summary>
    public const string Incident = "incident";

    private const string None = "none";

    // Fewer of either could not be in every fold with something to spare.
    private const int LeastOfEach = 2 * GroupedFolds.Count;

    /// <summary>What there is to learn of some reports: one lesson, or none where there are too few.</summary>
    public static IReadOnlyList<Lesson> Learn(IReadOnlyList<JudgedReport> judged, CancellationToken cancellation)
    {
        var reports = judged.Where(r => r.IsIncident is not null).ToList();
        var incidents = reports.DistinctBy(r => r.IncidentId).ToList();
        if (Math.Min(incidents.Count(i => i.IsIncident == true), incidents.Count(i => i.IsIncident == false)) < LeastOfEach) return [];
        var evidence = ClassifierTest.Run(reports, Sample, _ => true, Judge, cancellation);
        return [new Lesson(LearntKind.Relevance, null, "", "", null, WordClassifier.Train([.. reports.Select(Sample)]), evidence.Count, 0, evidence)];
    }

    private static LessonEvidence Judge(WordClassifier classifier, IGrouping<Guid, JudgedReport> incident)
    {
        var truth = incident.First().IsIncident == true;
        var likely = incident.Average(r => Likely(classifier, r.Words, r.Kind ?? "")) >= 0.5;
        return new LessonEvidence(incident.Key, null, truth, likely == truth);
    }

    /// <summary>How likely it is that a report is of an incident, 0 to 1.</summary>
    public static double Likely(WordClassifier classifier, string words, string kind)
    {
        var (label, probability) = classifier.Ask(words, kind);
        return label == Incident ? probability : 1 - probability;
    }

    /// <summary>The draft with a confidence no higher than the classifier has.</summary>
    public static ReportDraft Doubt(ReportDraft draft, (string Words, string Kind) read, WordClassifier classifier)
    {
        var likely = Math.Clamp(Likely(classifier, read.Words, read.Kind), 0, 1);
        return draft with
        {
            Confidence = Math.Min(draft.Confidence, likely),
            RulesConfidence = likely < draft.Confidence ? draft.Confidence : null,
            IncidentLikelihood = likely,
        };
    }

    private static WordSample Sample(JudgedReport report) => new() { Words = report.Words, Kind = report.Kind ?? "", Label = report.IsIncident == true ? Incident : None };
}
