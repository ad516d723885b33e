using System.Collections.Concurrent;
using BorderWatch.Extraction.Places;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>What was learnt and is switched on, asked for each article anew in one question: what is switched off has no say in the next one, in any process.</summary>
internal sealed class LearntSay(IDbContextFactory<BorderWatchDbContext> contexts)
{
    private readonly ConcurrentDictionary<LearntKind, (DateTimeOffset TrainedAt, WordClassifier Classifier)> _open = new();

    /// <summary>What has a say in the articles of a source.</summary>
    public async Task<LearntOn> OnAsync(Guid source, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // The models' bytes stay where they are.
        var on = await db.LearntThings.AsNoTracking().Where(t => t.IsOn && (t.SourceId == null || t.SourceId == source)).OrderBy(t => t.SubjectKey)
            .Select(t => new { t.Kind, t.Subject, t.Language, t.Value, t.TrainedAt }).ToListAsync(cancellation);
        if (on.Count == 0) return LearntOn.Nothing;
        return new LearntOn(
            [.. on.Where(t => t.Kind == LearntKind.PlacePreference).Select(t => (t.Subject, Place: (ClaimValue.Place)ClaimValue.Parse(t.Value!))).Select(t => new PlacePreference(t.Subject, t.Place.GeonameId, t.Place.CountryCode, t.Place.Latitude, t.Place.Longitude))],
            on.Where(t => t.Kind == LearntKind.ActorAlias).ToDictionary(t => (t.Language!, NameKey.Of(t.Subject)), t => (ClaimValue.Actor)ClaimValue.Parse(t.Value!)),
            await ClassifierAsync(LearntKind.Relevance), await ClassifierAsync(LearntKind.EventType));

        async Task<WordClassifier?> ClassifierAsync(LearntKind kind)
        {
            if (on.Find(t => t.Kind == kind) is not { } thing) return null;
            if (_open.TryGetValue(kind, out var open) && open.TrainedAt == thing.TrainedAt) return open.Classifier;
            var model = await db.LearntThings.AsNoTracking().Where(t => t.IsOn && t.Kind == kind && t.Model != null).Select(t => new { t.TrainedAt, Model = t.Model! }).FirstOrDefaultAsync(cancellation);
            if (model is null) return null; // Switched off this moment.
            var classifier = WordClassifier.Open(model.Model);
            _open[kind] = (model.TrainedAt, classifier);
            return classifier;
        }
    }
}

/// <summary>What has a say in an article.</summary>
/// <param name="Places">What the names of its outlet usually mean.</param>
/// <param name="Aliases">Whom names mean, by language and folded name.</param>
/// <param name="Relevance">Tells whether a report is of an incident; null where it is off.</param>
/// <param name="EventType">Tells the type; null where it is off.</param>
internal sealed record LearntOn(
    IReadOnlyList<PlacePreference> Places, IReadOnlyDictionary<(string Language, string Key), ClaimValue.Actor> Aliases, WordClassifier? Relevance, WordClassifier? EventType)
{
    /// <summary>The rules alone.</summary>
    public static LearntOn Nothing { get; } = new([], new Dictionary<(string, string), ClaimValue.Actor>(), null, null);

    /// <summary>The preferences for names that an article has.</summary>
    public IReadOnlyList<PlacePreference> PlacesIn(string title, string text)
    {
        if (Places.Count == 0) return [];
        var (headline, body) = (NameKey.Of(title), NameKey.Of(text));
        return [.. Places.Where(place => NameKey.Of(place.Name) is var key && (headline.Contains(key, StringComparison.Ordinal) || body.Contains(key, StringComparison.Ordinal)))];
    }

    /// <summary>The aliases of a language, by folded name.</summary>
    public IReadOnlyDictionary<string, ClaimValue.Actor> AliasesOf(string language) => Aliases.Where(alias => alias.Key.Language == language).ToDictionary(alias => alias.Key.Key, alias => alias.Value);
}
