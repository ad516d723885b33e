using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Learns what types editors give to incidents. It chooses among types that editors gave often enough, and is right where it gives the whole of one.</summary>
internal static class TypeLearner
{
    // A type that fewer incidents have is not learnt; such incidents are tested on all the same.
    private const int LeastOfEach = 2 * GroupedFolds.Count;

    /// <summary>What there is to learn of some reports: one lesson, or none where fewer than two types are frequent enough.</summary>
    public static IReadOnlyList<Lesson> Learn(IReadOnlyList<JudgedReport> judged, CancellationToken cancellation)
    {
        var reports = judged.Where(r => r is { TrueKind: not null, Kind: not null }).ToList();
        var often = reports.DistinctBy(r => r.IncidentId).GroupBy(r => r.TrueKind!, StringComparer.Ordinal).Where(of => of.Count() >= LeastOfEach).Select(of => of.Key).ToHashSet(StringComparer.Ordinal);
        if (often.Count < 2) return [];
        var evidence = ClassifierTest.Run(reports, Sample, Teaches, Judge, cancellation);
        var editors = reports.Select(r => r.RuledBy).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return [new Lesson(LearntKind.EventType, null, "", "", null, WordClassifier.Train([.. reports.Where(Teaches).Select(Sample)]), evidence.Count, editors, evidence)];

        bool Teaches(JudgedReport report) => often.Contains(report.TrueKind!);
    }

    // One report speaks for its incident, so that rules and learnt answer the same question.
    private static LessonEvidence Judge(WordClassifier classifier, IGrouping<Guid, JudgedReport> incident)
    {
        var report = incident.First();
        return new LessonEvidence(incident.Key, report.RulingId, report.Kind == report.TrueKind, classifier.Ask(report.Words, report.Kind!).Label == report.TrueKind);
    }

    /// <summary>The draft with the type that the classifier gives, on the rules' own quotes; the same where both say the same.</summary>
    public static ReportDraft Retype(ReportDraft draft, (string Words, string Kind) read, WordClassifier classifier)
    {
        if (draft.Kind is null) return draft;
        var (label, _) = classifier.Ask(read.Words, read.Kind);
        if (label == read.Kind) return draft;
        var kind = JudgedReport.KindOf(label);
        return draft with { Claims = [.. draft.Claims.Select(claim => claim.Field == ClaimField.Kind ? claim with { Value = kind, IsLearnt = true } : claim)] };
    }

    private static WordSample Sample(JudgedReport report) => new() { Words = report.Words, Kind = report.Kind!, Label = report.TrueKind! };
}
