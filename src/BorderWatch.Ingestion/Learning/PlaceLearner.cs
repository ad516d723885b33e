using BorderWatch.Extraction;
using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Store;
using BorderWatch.Store.Learning;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>
/// Learns which place a name means in an outlet. A name is tested by leaving out each of its incidents in turn: what the others teach is given to
/// the extractor, which reads the left-out article anew, with all its other rules at work.
/// </summary>
internal sealed class PlaceLearner(IDbContextFactory<BorderWatchDbContext> contexts, IArticleExtractor extractor) : ILearner
{
    private const int MostNames = 100;
    private const int MostIncidents = 40;

    // Fewer agreeing incidents are no habit.
    private const int LeastAgreeing = 2;

    public async Task<IReadOnlyList<Lesson>> LearnAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var names = (await PlaceSighting.LoadAsync(db, cancellation)).GroupBy(s => (s.SourceId, s.Key))
            .Select(name => name.Take(MostIncidents).ToList())
            .Where(name => name.Count >= CrossValidation.LeastMended && !name.TrueForAll(s => s.IsReadRightly))
            .OrderByDescending(name => name.Count(s => !s.IsReadRightly)).ThenBy(name => name[0].Key, StringComparer.Ordinal).ThenBy(name => name[0].SourceId).Take(MostNames);
        var lessons = new List<Lesson>();
        foreach (var name in names)
        {
            if (await LearnAsync(db, name, cancellation) is { } lesson) lessons.Add(lesson);
        }
        return lessons;
    }

    private async Task<Lesson?> LearnAsync(BorderWatchDbContext db, List<PlaceSighting> name, CancellationToken cancellation)
    {
        if (Usual(name) is not { } usual) return null;
        var articles = await ArticlesAsync(db, name, cancellation);
        var evidence = new List<LessonEvidence>();
        foreach (var left in name)
        {
            cancellation.ThrowIfCancellationRequested();
            var article = articles[left.RevisionId];
            // An incident that the extractor of today does not see there any more says nothing of either.
            if (extractor.Extract(article).Incidents.ElementAtOrDefault(left.Ordinal) is not { } byRules) continue;
            var rulesRight = left.IsRight(byRules.Place);
            var others = Usual([.. name.Where(s => s != left)]);
            var learntRight = others is null ? rulesRight : left.IsRight(Read(article, left, others.Preference));
            evidence.Add(new LessonEvidence(left.IncidentId, left.RulingId, rulesRight, learntRight));
        }
        if (evidence.TrueForAll(e => e.RulesRight)) return null;
        var editors = name.Select(s => s.RuledBy).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return new Lesson(LearntKind.PlacePreference, name[0].SourceId, usual.Name, usual.Key, usual.Truth.ToJson(), null, name.Count(s => s.MeansAs(usual)), editors, evidence);
    }

    private ExtractedPlace? Read(ArticleText article, PlaceSighting left, PlacePreference preference) =>
        extractor.Extract(article with { PlacePreferences = [preference with { Name = left.Name }] }).Incidents.ElementAtOrDefault(left.Ordinal)?.Place;

    /// <summary>What a name means most of the time: in two of three incidents at least; null where it has no such meaning.</summary>
    private static PlaceSighting? Usual(IReadOnlyList<PlaceSighting> name)
    {
        var most = name.Select(s => (Sighting: s, Count: name.Count(other => s.MeansAs(other)))).OrderByDescending(s => s.Count).FirstOrDefault();
        return most.Count >= LeastAgreeing && most.Count * 3 >= name.Count * 2 ? most.Sighting : null;
    }

    private static async Task<Dictionary<Guid, ArticleText>> ArticlesAsync(BorderWatchDbContext db, List<PlaceSighting> name, CancellationToken cancellation)
    {
        var ids = name.ConvertAll(s => s.RevisionId);
        return await (
            from revision in db.ArticleRevisions.AsNoTracking()
            where ids.Contains(revision.Id)
            join article in db.Articles on revision.ArticleId equals article.Id
            join source in db.Sources on article.SourceId equals source.Id
            select new { revision.Id, revision.Title, revision.Text, article.PublishedAt, source.Name, source.CountryCode })
            .ToDictionaryAsync(r => r.Id, r => DraftReading.ArticleOf(r.Title, r.Text, r.PublishedAt, r.Name, r.CountryCode), cancellation);
    }
}
