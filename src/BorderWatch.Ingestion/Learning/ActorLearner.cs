using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>
/// Learns whom articles of a language mean by a name. Tested by leaving out each incident in turn: the rules keep the name as it was read, what was learnt
/// puts whom the others teach in its place. A name that is somebody's already, or that editors gave to several, is shown and cannot be switched on.
/// </summary>
internal sealed class ActorLearner(IDbContextFactory<BorderWatchDbContext> contexts) : ILearner
{
    private const int MostNames = 100;
    private const int MostIncidents = 100;

    // Fewer agreeing incidents are no habit.
    private const int LeastAgreeing = 2;

    public async Task<IReadOnlyList<Lesson>> LearnAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var names = (await ActorSighting.LoadAsync(db, cancellation)).GroupBy(s => (s.Language, s.Key))
            .Select(name => name.Take(MostIncidents).ToList())
            .Where(name => name.Count(s => !s.IsReadRightly) >= LeastAgreeing)
            .OrderByDescending(name => name.Count(s => !s.IsReadRightly)).ThenBy(name => name[0].Key, StringComparer.Ordinal).ThenBy(name => name[0].Language, StringComparer.Ordinal).Take(MostNames).ToList();
        var keys = names.ConvertAll(name => name[0].Key);
        var taken = await db.ActorAliases.AsNoTracking().Where(alias => keys.Contains(alias.NameKey))
            .Join(db.Actors, alias => alias.ActorId, actor => actor.Id, (alias, actor) => new { alias.NameKey, actor.Name }).ToDictionaryAsync(alias => alias.NameKey, alias => alias.Name, cancellation);
        return [.. names.Select(name => Learn(name, taken.GetValueOrDefault(name[0].Key))).OfType<Lesson>()];
    }

    private static Lesson? Learn(List<ActorSighting> name, string? takenBy)
    {
        if (Usual(name) is not { IsReadRightly: false } usual) return null;
        var evidence = name.ConvertAll(left => new LessonEvidence(
            left.IncidentId, left.RulingId, left.IsReadRightly, (Usual([.. name.Where(s => s != left)])?.TruthKey ?? left.Key) == left.TruthKey));
        var editors = name.Select(s => s.RuledBy).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return new Lesson(
            LearntKind.ActorAlias, null, usual.Name, $"{usual.Language} {usual.Key}", usual.Truth.ToJson(), null, name.Count(s => s.TruthKey == usual.TruthKey), editors, evidence)
        {
            Language = usual.Language,
            Objection = Objection(name, usual, takenBy),
        };
    }

    private static string? Objection(List<ActorSighting> name, ActorSighting usual, string? takenBy)
    {
        if (KnownActors.Has(usual.Name)) return "The rules know somebody by this name already.";
        if (takenBy is not null && NameKey.Of(takenBy) != usual.TruthKey) return $"It is another name of {takenBy} already.";
        var several = name.Where(s => !s.IsReadRightly).Select(s => s.Truth.Name).DistinctBy(other => NameKey.Of(other)).Order(StringComparer.Ordinal).Take(4).ToList();
        return several.Count > 1 ? $"Editors gave this name to several: {string.Join(", ", several)}." : null;
    }

    /// <summary>Whom a name means most of the time: in two of three incidents at least; null where it has no such meaning.</summary>
    private static ActorSighting? Usual(IReadOnlyList<ActorSighting> name)
    {
        var most = name.GroupBy(s => s.TruthKey).OrderByDescending(of => of.Count()).ThenBy(of => of.Key, StringComparer.Ordinal).FirstOrDefault();
        return most is not null && most.Count() >= LeastAgreeing && most.Count() * 3 >= name.Count * 2 ? most.First() : null;
    }

    /// <summary>The draft with the actors that its names mean, on the same quotes.</summary>
    /// <param name="draft">As the rules made it.</param>
    /// <param name="aliases">By folded name, of the article's language.</param>
    public static ReportDraft Rename(ReportDraft draft, IReadOnlyDictionary<string, ClaimValue.Actor> aliases) =>
        draft with
        {
            Claims =
            [
                .. draft.Claims.Select(claim => claim.Value is ClaimValue.Actor read && aliases.TryGetValue(NameKey.Of(read.Name), out var meant)
                    ? claim with { Value = read with { Name = meant.Name, ActorKind = meant.ActorKind, CountryCode = meant.CountryCode }, IsLearnt = true }
                    : claim).Distinct(),
            ],
        };
}
