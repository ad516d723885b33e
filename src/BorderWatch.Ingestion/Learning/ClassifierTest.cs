namespace BorderWatch.Ingestion.Learning;

/// <summary>Cross-validation of a classifier: each incident is judged by one that was taught without it.</summary>
internal static class ClassifierTest
{
    /// <summary>What was said of each incident, in the order of their ids.</summary>
    /// <param name="reports">The reports; all of an incident have one label.</param>
    /// <param name="sample">What the classifier is taught of a report.</param>
    /// <param name="teaches">False for reports that are tested on alone.</param>
    /// <param name="judge">Holds a classifier against the reports of one incident.</param>
    /// <param name="cancellation">Stops between two folds.</param>
    public static IReadOnlyList<LessonEvidence> Run(
        IReadOnlyList<JudgedReport> reports, Func<JudgedReport, WordSample> sample, Func<JudgedReport, bool> teaches,
        Func<WordClassifier, IGrouping<Guid, JudgedReport>, LessonEvidence> judge, CancellationToken cancellation)
    {
        var folds = GroupedFolds.Of(reports.Select(report => (report.IncidentId, sample(report).Label)));
        var evidence = new List<LessonEvidence>();
        for (var fold = 0; fold < GroupedFolds.Count; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var classifier = WordClassifier.Open(WordClassifier.Train([.. reports.Where(report => folds[report.IncidentId] != fold && teaches(report)).Select(sample)]));
            evidence.AddRange(reports.Where(report => folds[report.IncidentId] == fold).GroupBy(report => report.IncidentId).Select(left => judge(classifier, left)));
        }
        return [.. evidence.OrderBy(one => one.IncidentId)];
    }
}
