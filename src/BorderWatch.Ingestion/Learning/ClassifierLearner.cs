using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Learns the classifiers, all from the same reports.</summary>
internal sealed class ClassifierLearner(IDbContextFactory<BorderWatchDbContext> contexts) : ILearner
{
    public async Task<IReadOnlyList<Lesson>> LearnAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var reports = await JudgedReport.LoadAsync(db, cancellation);
        return await Task.Run<IReadOnlyList<Lesson>>(() => [.. RelevanceLearner.Learn(reports, cancellation), .. TypeLearner.Learn(reports, cancellation)], cancellation);
    }
}
