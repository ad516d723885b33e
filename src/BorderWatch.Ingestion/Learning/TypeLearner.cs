using BorderWatch.Ingestion.Claims;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Learns what types editors give to incidents. It chooses among types that editors gave often enough, and is right where it gives the whole of one.</summary>
internal sealed class TypeLearner(IDbContextFactory<BorderWatchDbContext> contexts) : ILearner
{
    // A type that fewer incidents have is not learnt; such incidents are tested on all the same.
    private const int LeastOfEach = 2 * GroupedFolds.Count;

    public async Task<IReadOnlyList<Lesson>> LearnAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var reports = (await JudgedReport.LoadAsync(db, cancellation)).Where(r => r is { TrueKind: not null, Kind: not null }).ToList();
        var often = reports.DistinctBy(r => r.IncidentId).GroupBy(r => r.TrueKind!, StringComparer.Ordinal).Where(of => of.Count() >= LeastOfEach).Select(of => of.Key).ToHashSet(StringComparer.Ordinal);
        return often.Count < 2 ? [] : await Task.Run(() => Learn(reports, often, cancellation), cancellation);
    }

    private static IReadOnlyList<Lesson> Learn(List<JudgedReport> reports, HashSet<string> often, CancellationToken cancellation)
    {
        var folds = GroupedFolds.Of(reports.Select(r => (r.IncidentId, r.TrueKind!)));
        var evidence = new List<LessonEvidence>();
        for (var fold = 0; fold < GroupedFolds.Count; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var classifier = WordClassifier.Open(WordClassifier.Train([.. reports.Where(r => folds[r.IncidentId] != fold && often.Contains(r.TrueKind!)).Select(Sample)]));
            foreach (var left in reports.Where(r => folds[r.IncidentId] == fold).GroupBy(r => r.IncidentId))
            {
                // One report speaks for its incident, so that rules and learnt answer the same question.
                var report = left.First();
                evidence.Add(new LessonEvidence(left.Key, report.RulingId, report.Kind == report.TrueKind, classifier.Ask(report.Words, report.Kind!).Label == report.TrueKind));
            }
        }
        var model = WordClassifier.Train([.. reports.Where(r => often.Contains(r.TrueKind!)).Select(Sample)]);
        var editors = reports.Select(r => r.RuledBy).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return [new Lesson(LearntKind.EventType, null, "", "", null, model, evidence.Count, editors, [.. evidence.OrderBy(e => e.IncidentId)])];
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
