using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Tags;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests;

/// <summary>
/// Three hundred random incidents in a store, and the same in memory: what a query says is compared with plain counting. Dates
/// repeat on purpose, so that pages break between equal ones. Read-only, shared by the tests of a class.
/// </summary>
public sealed class World(PostgresFixture postgres) : IAsyncLifetime
{
    public static readonly string[] Types = ["Battles", "Explosions/Remote violence", "Violence against civilians", "Protests"];
    private static readonly string?[] Weapons = ["drone", "Mortar", "mortar", null];
    private StoreDatabase? _store;

    public StoreDatabase Store => _store!;

    public List<WorldIncident> All { get; } = [];

    public IEnumerable<WorldIncident> Shown => All.Where(i => i.Incident.Status != IncidentStatus.Rejected);

    public Guid Region { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _store = await StoreDatabase.CreateAsync(postgres, cancellation);
        var story = Make(new Random(20261124));
        await using (var db = _store.Open()) await story.TellAsync(db, cancellation);
        var region = await _store.Get<IRegionCommands>().CreateAsync(
            "Pamir and Kyrgyzstan", [new RegionPart.Area("TJ", "Gorno-Badakhshan"), new RegionPart.Area("KG"), new RegionPart.Area("KG", "Osh")], Caller.Local, cancellation);
        Region = region.Value;
        _store.Commands.Reset();
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
    }

    private Story Make(Random random)
    {
        var story = new Story();
        Place?[] places =
        [
            story.Place("Khorugh", "Gorno-Badakhshan", "TJ"), story.Place("Panj", "Khatlon", "TJ", 37.24, 69.10), story.Place("Osh", "Osh", "KG", 40.51, 72.80),
            story.Place("Batken", "Batken", "KG", 40.06, 70.82), story.Place("Kyrgyzstan", null, "KG", null, null), story.Place("the strait", null, null, null, null), null,
        ];
        Actor[] actors = [story.Actor("Border Guards"), story.Actor("Unidentified gunmen"), story.Actor("Smugglers"), story.Actor("Farmers", ActorKind.Civilian)];
        (actors[2].TargetKinds, actors[3].CountryCode) = ([TargetKind.Mining, TargetKind.Health], "KG");
        Tag[] tags = [story.Tag("border"), story.Tag("Water dispute")];
        Source[] sources = [story.Source("Steppe Wire"), story.Source("Pamir Post"), story.Source("Invented Times", isDemo: true)];
        for (var n = 0; n < 300; n++)
        {
            var place = Pick(places);
            var incident = story.Incident(
                $"Incident {n}", new DateOnly(2026, 1, 1).AddDays(random.Next(60) * 5).ToString("O"), Pick(Types), place, Toll(),
                (IncidentStatus)random.Next(3));
            incident.HasConflict = random.Next(4) == 0;
            incident.Injured = Toll();
            incident.Abducted = Toll();
            incident.SubEventType = Pick([.. EventTypology.SubTypesOf(incident.EventType)]);
            incident.Weapon = Pick(Weapons);
            incident.Confidence = random.Next(101) / 100.0;
            if (place is not null) incident.PlacePrecision = (PlacePrecision)random.Next(6);
            incident.Tags.AddRange(tags.Where(_ => random.Next(3) == 0));
            var parts = actors.Where(_ => random.Next(3) == 0).ToList();
            foreach (var actor in parts) story.Part(incident, actor, ActorRole.Perpetrator);
            if (parts.Count > 0) story.Part(incident, parts[0], ActorRole.Target); // One actor, two roles.
            var told = sources.Where(_ => random.Next(2) == 0).ToList();
            foreach (var source in told) story.Report(incident, source, $"Report {n}", random.Next(5) == 0 ? "A drone was seen." : "Nothing was seen.");
            All.Add(new WorldIncident(incident, place, parts, told));
        }
        return story;

        T Pick<T>(T[] from) => from[random.Next(from.Length)];

        CasualtyCount Toll()
        {
            var low = random.Next(20);
            return random.Next(5) switch
            {
                0 => new(low, null, null),
                1 => new(low, low + 2, low + 5),
                2 => new(null, null, low),
                3 => new(low, low, low),
                _ => CasualtyCount.Unsaid,
            };
        }
    }
}

/// <summary>An incident of the <see cref="World"/>, with what it was made of.</summary>
public sealed record WorldIncident(Incident Incident, Place? Place, IReadOnlyList<Actor> Actors, IReadOnlyList<Source> Sources);
