using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store;
using BorderWatch.Store.Actors;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Generation;

/// <summary>Who takes part in generated incidents: kinds of people, and numbered groups that say of themselves that they are invented.</summary>
internal sealed class GeneratedActors
{
    private const int Groups = 400;

    private readonly Dictionary<GeneratedSide, WeightedChoice<Part>> _perpetrators;
    private readonly WeightedChoice<Part> _targets;

    private GeneratedActors(IReadOnlyList<Part> parts)
    {
        _perpetrators = Enum.GetValues<GeneratedSide>().ToDictionary(side => side, side => new WeightedChoice<Part>(parts, (part, _) => IsOf(part.Actor, side) ? part.AsPerpetrator : 0));
        _targets = new(parts, (part, _) => part.AsTarget);
    }

    private sealed record Part(Actor Actor, double AsPerpetrator, double AsTarget);

    /// <summary>Puts into the store those that it does not have.</summary>
    public static async Task<GeneratedActors> EnsureAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        var known = await db.Actors.ToDictionaryAsync(actor => actor.NameKey, cancellation);
        var parts = EmbeddedRows.Of("Generation/actors.tsv")
            .Select(row => new Part(Ensure(row[0], Enum.Parse<ActorKind>(row[1])), EmbeddedRows.Number(row[2]), EmbeddedRows.Number(row[3])))
            // Few groups do much, many do little.
            .Concat(Enumerable.Range(1, Groups).Select(n => new Part(Ensure($"Invented group {n}", ActorKind.Rebel), 60 / Math.Pow(n + 1, 1.1), 15 / Math.Pow(n + 1, 1.1))))
            .ToList();
        await db.SaveChangesAsync(cancellation);
        return new(parts);

        Actor Ensure(string name, ActorKind kind)
        {
            var key = NameKey.Of(name);
            if (known.TryGetValue(key, out var there)) return there;
            var actor = new Actor
            {
                Name = name,
                NameKey = key,
                Kind = kind,
                TargetKinds = TargetKindReading.Of(name, kind),
            };
            db.Actors.Add(actor);
            known.Add(key, actor);
            return actor;
        }
    }

    /// <summary>Two different ones: who did it, of the side that does such things, and who was hit.</summary>
    public (Actor Perpetrator, Actor Target) Draw(GeneratedSide side, Random random)
    {
        var perpetrator = _perpetrators[side].Draw(random).Actor;
        while (true)
        {
            if (_targets.Draw(random).Actor is var target && target != perpetrator) return (perpetrator, target);
        }
    }

    private static bool IsOf(Actor actor, GeneratedSide side) => side switch
    {
        GeneratedSide.State => actor.Kind == ActorKind.State,
        GeneratedSide.Rebel => actor.Kind == ActorKind.Rebel,
        GeneratedSide.Civilian => actor.Kind == ActorKind.Civilian,
        _ => actor.Kind is not (ActorKind.Civilian or ActorKind.External),
    };
}
