using BorderWatch.Store.Actors;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Actors;

public sealed class ActorQueryTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task Suggest_FindsByBeginningOtherNameAndLikeness()
    {
        var story = new Story();
        var army = story.Actor("Baloch Liberation Army", ActorKind.Rebel);
        story.Alias(army, "BLA");
        var guards = story.Actor("Border Guards", ActorKind.State);
        var farmers = story.Actor("Farmers of the Border");
        foreach (var title in new[] { "One", "Two" }) story.Part(story.Incident(title), farmers, ActorRole.Target);
        story.Part(story.Incident("Three"), guards, ActorRole.Perpetrator);
        await TellAsync(story);
        Commands.Reset();

        Assert.Equal("Border Guards, Farmers of the Border", await NamesAsync("BORD"));
        Assert.Single(Commands.Sql);
        Assert.Equal("Baloch Liberation Army", await NamesAsync("bla"));
        Assert.Equal("Baloch Liberation Army", await NamesAsync("balouch liberation"));
        Assert.Equal("", await NamesAsync("%"));
        Assert.Equal("", await NamesAsync("_"));
        Assert.Equal("Farmers of the Border, Border Guards, Baloch Liberation Army", await NamesAsync(""));
        Assert.Equal("Farmers of the Border", await NamesAsync("", most: 1));
        Assert.Equal(new ActorSuggestion(farmers.Id, "Farmers of the Border", ActorKind.Unknown, null, 2), await Get<IActorQuery>().FindAsync(farmers.Id, Cancellation));
    }

    private async Task<string> NamesAsync(string typed, int most = 10) =>
        string.Join(", ", (await Get<IActorQuery>().SuggestAsync(typed, most, Cancellation)).Select(actor => actor.Name));
}
