using BorderWatch.Store.Actors;
using BorderWatch.Store.Profiles;

namespace BorderWatch.Store.Tests.Profiles;

public sealed class ProfileTests(World world) : IClassFixture<World>
{
    [Fact]
    public async Task Actor_IsCountedByRole_WithWhomItMet()
    {
        var actor = world.All.SelectMany(i => i.Actors).First(a => a.Name == "Smugglers");
        var shown = world.Shown.Where(i => i.Actors.Contains(actor)).ToList();

        var profile = await Query.ActorAsync(actor.Id, TestContext.Current.CancellationToken);

        Assert.NotNull(profile);
        // In the world everybody who takes part is a perpetrator, and the first of them a target as well.
        Assert.Equal(shown.Count, profile.Roles[ActorRole.Perpetrator]);
        Assert.Equal(shown.Count(i => i.Actors[0] == actor), profile.Roles[ActorRole.Target]);
        foreach (var other in profile.Beside) Assert.Equal(shown.Count(i => i.Actors.Any(a => a.Id == other.Id)), other.Count);
        foreach (var other in profile.Attacked) Assert.Equal(shown.Count(i => i.Actors[0].Id == other.Id), other.Count);
        foreach (var other in profile.AttackedBy) Assert.Equal(shown.Count(i => i.Actors[0] == actor && i.Actors.Any(a => a.Id == other.Id)), other.Count);
        Assert.Equal(shown.Where(i => i.Place?.Admin1 is not null).GroupBy(i => i.Place!.Admin1).ToDictionary(g => g.Key!, g => g.Count()), profile.Areas.ToDictionary(area => area.Admin1!, area => area.Count));
        Assert.NotEmpty(profile.Beside);
        Assert.NotEmpty(profile.Attacked);
    }

    [Fact]
    public async Task Place_HasItsIncidentsAndWhoTookPart()
    {
        var place = world.All.First(i => i.Place?.Name == "Osh").Place!;
        var shown = world.Shown.Where(i => i.Place == place).ToList();

        var profile = await Query.PlaceAsync(place.Id, TestContext.Current.CancellationToken);

        Assert.NotNull(profile);
        Assert.Equal(shown.Count, profile.Incidents);
        foreach (var actor in profile.Perpetrators) Assert.Equal(shown.Count(i => i.Actors.Any(a => a.Id == actor.Id)), actor.Count);
        Assert.NotEmpty(profile.Targets);
    }

    [Fact]
    public async Task Unknown_IsNull()
    {
        Assert.Null(await Query.ActorAsync(Guid.NewGuid(), TestContext.Current.CancellationToken));
        Assert.Null(await Query.PlaceAsync(Guid.NewGuid(), TestContext.Current.CancellationToken));
    }

    private IProfileQuery Query => world.Store.Get<IProfileQuery>();
}
