using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Tests.Claims;

/// <summary>Reports for tests of derivation: one says when, who and what, in a line.</summary>
internal sealed class Told
{
    private static readonly ClaimValue.Kind s_bomb = new("Explosions/Remote violence", "Remote explosive/landmine/IED");

    private readonly Dictionary<string, Guid> _outlets = [];
    private readonly List<StandingReport> _reports = [];

    public static ClaimValue.Place Town(string name = "Bannu", string? admin1 = "Khyber Pakhtunkhwa", PlacePrecision precision = PlacePrecision.Exact, double latitude = 32.99, double longitude = 70.6) =>
        new(name, null, admin1, "PK", latitude, longitude, precision, null);

    public static ClaimValue.Occurred On(string from, string? to = null, TimePrecision precision = TimePrecision.Day) =>
        new(Date(from), Date(to ?? from), precision);

    public static ClaimValue.Actor By(string name, Attribution attribution, ActorRole role = ActorRole.Perpetrator, ActorKind kind = ActorKind.Unknown, string? country = null) =>
        new(name, role, attribution, kind, country);

    public Told Report(string outlet, string at, params (ClaimField Field, ClaimValue Value)[] claims) => Report(outlet, at, 0.8, claims);

    public Told Report(string outlet, string at, double confidence, params (ClaimField Field, ClaimValue Value)[] claims)
    {
        if (!_outlets.TryGetValue(outlet, out var source)) _outlets[outlet] = source = Guid.CreateVersion7();
        var kind = claims.Any(c => c.Field == ClaimField.Kind) ? claims : [(ClaimField.Kind, s_bomb), .. claims];
        _reports.Add(new StandingReport(Guid.CreateVersion7(), source, DateTimeOffset.Parse(at + "Z", System.Globalization.CultureInfo.InvariantCulture), $"{outlet}, {at}", confidence, kind));
        return this;
    }

    public Told Killed(string outlet, string at, int? low, int? best, int? high) => Report(outlet, at, (ClaimField.Killed, new ClaimValue.Casualties(low, best, high)));

    public Told Killed(string outlet, string at, int best) => Killed(outlet, at, best, best, best);

    /// <summary>What they add up to; the same in every order in which they may be given.</summary>
    public DerivedIncident Derive()
    {
        var derived = Derivation.Derive(_reports)!;
        foreach (var order in new[] { Enumerable.Reverse(_reports), _reports.OrderBy(r => r.Id.GetHashCode()) })
        {
            var again = Derivation.Derive([.. order])!;
            Assert.Equal(derived with { Actors = [], Conflicts = [] }, again with { Actors = [], Conflicts = [] });
            Assert.Equal(derived.Actors, again.Actors);
            Assert.Equal(derived.Conflicts, again.Conflicts);
        }
        return derived;
    }

    private static DateOnly Date(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
}
