using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Tests.Claims;

/// <summary>The rules of derivation, one by one.</summary>
public sealed class DerivationTests
{
    private static readonly ClaimValue.Kind s_bomb = new("Explosions/Remote violence", "Remote explosive/landmine/IED");

    private static readonly ClaimValue.Kind s_suicide = new("Explosions/Remote violence", "Suicide bomb");

    private static readonly ClaimValue.Kind s_clash = new("Battles", "Armed clash");

    [Fact]
    public void Kind_IsTheTypeThatMostReportsGive_EvenWhereItsSubTypesSplit()
    {
        var derived = new Told().Report("A", "2026-11-01T08:00", Kind(s_clash)).Report("B", "2026-11-01T09:00", Kind(s_clash))
            .Report("C", "2026-11-01T10:00", Kind(s_bomb)).Report("D", "2026-11-01T11:00", Kind(s_bomb)).Report("E", "2026-11-01T12:00", Kind(s_suicide)).Derive();

        Assert.Equal(s_bomb, derived.Kind);
    }

    [Fact]
    public void Kind_BetweenEquals_IsTheSurerReports() =>
        Assert.Equal(s_clash, new Told().Report("A", "2026-11-01T08:00", 0.5, Kind(s_bomb)).Report("B", "2026-11-01T09:00", 0.9, Kind(s_clash)).Derive().Kind);

    [Fact]
    public void Date_IsTheMostPrecise()
    {
        var derived = new Told().Report("A", "2026-11-09T08:00", When(Told.On("2026-11-01", "2026-11-30", TimePrecision.Month))).Report("B", "2026-11-09T09:00", When(Told.On("2026-11-07"))).Derive();

        Assert.Equal(Told.On("2026-11-07"), derived.Occurred);
        Assert.Empty(derived.Conflicts);
    }

    [Fact]
    public void Date_OfEquallyPreciseOnes_IsTheMostReported_AndTheOthersAConflict()
    {
        var derived = new Told().Report("A", "2026-11-09T08:00", When(Told.On("2026-11-07"))).Report("B", "2026-11-09T09:00", When(Told.On("2026-11-08"))).Report("C", "2026-11-09T10:00", When(Told.On("2026-11-08"))).Derive();

        Assert.Equal(Told.On("2026-11-08"), derived.Occurred);
        Assert.Equal(["date"], derived.Conflicts);
    }

    [Fact]
    public void Place_IsTheMostPrecise_ThatAtLeastHalfAgreeWith()
    {
        var province = Told.Town("Khyber Pakhtunkhwa", precision: PlacePrecision.Admin1);
        var derived = new Told().Report("A", "2026-11-09T08:00", Where(province)).Report("B", "2026-11-09T09:00", Where(Told.Town())).Report("C", "2026-11-09T10:00", Where(Told.Town("Quetta", "Balochistan", latitude: 30.18, longitude: 67))).Derive();

        Assert.Equal("Bannu", derived.Place?.Name);
        Assert.Equal(["place"], derived.Conflicts);
    }

    [Fact]
    public void Place_ThatAnAreaHolds_IsNoConflict() =>
        Assert.Empty(new Told().Report("A", "2026-11-09T08:00", Where(Told.Town("Khyber Pakhtunkhwa", precision: PlacePrecision.Admin1))).Report("B", "2026-11-09T09:00", Where(Told.Town())).Derive().Conflicts);

    [Fact]
    public void Actors_AreAll_EachWithItsStrongestAttribution()
    {
        var derived = new Told()
            .Report("A", "2026-11-09T08:00", (ClaimField.Actor, Told.By("Islamic State", Attribution.Suspected)), (ClaimField.Actor, Told.By("Police", Attribution.Confirmed, ActorRole.Target, ActorKind.State, "PK")))
            .Report("B", "2026-11-09T09:00", (ClaimField.Actor, Told.By("islamic state", Attribution.Claimed, kind: ActorKind.Rebel))).Derive();

        Assert.Equal([Told.By("Islamic State", Attribution.Claimed, kind: ActorKind.Rebel), Told.By("Police", Attribution.Confirmed, ActorRole.Target, ActorKind.State, "PK")], derived.Actors);
    }

    [Fact]
    public void Weapon_IsTheMostReported() =>
        Assert.Equal("car bomb", new Told().Report("A", "2026-11-09T08:00", 0.9, With("rifle")).Report("B", "2026-11-09T09:00", 0.3, With("car bomb")).Report("C", "2026-11-09T10:00", 0.3, With("Car bomb")).Derive().Weapon?.ToLowerInvariant());

    [Fact]
    public void Title_IsTheSurestReports_ThenTheNewest()
    {
        Assert.Equal("B, 2026-11-09T09:00", new Told().Report("A", "2026-11-09T08:00", 0.5).Report("B", "2026-11-09T09:00", 0.9).Report("C", "2026-11-09T10:00", 0.5).Derive().Title);
        Assert.Equal("C, 2026-11-09T10:00", new Told().Report("A", "2026-11-09T08:00").Report("C", "2026-11-09T10:00").Derive().Title);
    }

    [Fact]
    public void Nothing_IsDerivedFromNothing() => Assert.Null(Derivation.Derive([]));

    [Fact]
    public void EveryRule_HasANameAndASentence() =>
        Assert.All(DerivationRules.All, r => Assert.True(r.RuleName.Length > 3 && r.Says.EndsWith('.') && r.Field.Length > 2));

    private static (ClaimField, ClaimValue) Kind(ClaimValue.Kind kind) => (ClaimField.Kind, kind);

    private static (ClaimField, ClaimValue) When(ClaimValue.Occurred occurred) => (ClaimField.Occurred, occurred);

    private static (ClaimField, ClaimValue) Where(ClaimValue.Place place) => (ClaimField.Place, place);

    private static (ClaimField, ClaimValue) With(string weapon) => (ClaimField.Weapon, new ClaimValue.Text(weapon));
}
