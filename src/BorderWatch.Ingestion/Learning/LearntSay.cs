using System.Collections.Concurrent;
using BorderWatch.Extraction.Places;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>What was learnt and is switched on, asked for each article anew: what is switched off has no say in the next one, in any process.</summary>
internal sealed class LearntSay(IDbContextFactory<BorderWatchDbContext> contexts)
{
    private readonly ConcurrentDictionary<LearntKind, (DateTimeOffset TrainedAt, WordClassifier Classifier)> _open = new();

    /// <summary>The classifier of a kind; null where it is off.</summary>
    public async Task<WordClassifier?> ClassifierAsync(LearntKind kind, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var at = await db.LearntThings.AsNoTracking().Where(t => t.IsOn && t.Kind == kind).Select(t => (DateTimeOffset?)t.TrainedAt).FirstOrDefaultAsync(cancellation);
        if (at is not { } trainedAt) return null;
        if (_open.TryGetValue(kind, out var open) && open.TrainedAt == trainedAt) return open.Classifier;
        var model = await db.LearntThings.AsNoTracking().Where(t => t.IsOn && t.Kind == kind && t.Model != null).Select(t => new { t.TrainedAt, Model = t.Model! }).FirstOrDefaultAsync(cancellation);
        if (model is null) return null; // Switched off this moment.
        var classifier = WordClassifier.Open(model.Model);
        _open[kind] = (model.TrainedAt, classifier);
        return classifier;
    }

    /// <summary>What the names of an outlet usually mean; empty where nothing is on.</summary>
    public async Task<IReadOnlyList<PlacePreference>> PlacesAsync(Guid source, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var values = await db.LearntThings.AsNoTracking().Where(t => t.IsOn && t.SourceId == source && t.Kind == LearntKind.PlacePreference).OrderBy(t => t.SubjectKey)
            .Select(t => new { t.Subject, t.Value }).ToListAsync(cancellation);
        return [.. values.Select(v => (v.Subject, Place: (ClaimValue.Place)ClaimValue.Parse(v.Value!))).Select(v => new PlacePreference(v.Subject, v.Place.GeonameId, v.Place.CountryCode, v.Place.Latitude, v.Place.Longitude))];
    }
}
