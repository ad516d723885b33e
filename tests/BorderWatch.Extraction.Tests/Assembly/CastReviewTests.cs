using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Tests.Assembly;

public sealed class CastReviewTests
{
    [Theory]
    [InlineData("A bomb killed four shepherds near Loralai on Monday. The wounded were taken to a hospital in Quetta.", "hospital")]
    [InlineData("A bomb killed four shepherds near Loralai on Monday, a hospital doctor in Quetta, where the wounded were treated, said.", "doctor")]
    [InlineData("A suicide bomber blew himself up in a mosque in Tank on Friday, killing nine. A second bomber was shot by a constable at the gate.", "constable")]
    [InlineData("Gunmen shot dead a trader as he left a mosque in Tank on Monday.", "mosque")]
    [InlineData("A mine killed two boys near Loralai on Monday. Families buried them in the evening.", "families")]
    [InlineData("Two members of the Frontier Corps were killed by a mine near Loralai on Monday.", "members")]
    public void Review_StrikesThoseWhoTookNoPart(string text, string name) =>
        Assert.DoesNotContain(Reports.Incidents(text)[0].Actors, actor => actor.Role != ActorRole.Responder && actor.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Review_KeepsAHospitalThatWasAttacked() =>
        Assert.Contains(Reports.Only("Militants fired rockets on a hospital in Maiduguri on Monday, killing two nurses.").Actors, actor => actor is { Name: "hospital", Role: ActorRole.Target });

    [Fact]
    public void Review_TakesABomberForTheOneWhoDidIt() =>
        Assert.DoesNotContain(Reports.Only("A suicide bomber died when his vest exploded near a market in Maiduguri on Monday. Two guards were killed.").Actors,
            actor => actor.Role == ActorRole.Target && actor.Name.EndsWith("bomber", StringComparison.Ordinal));

    [Fact]
    public void Review_PutsPeopleBeforeThings() =>
        Assert.Equal("traders", Reports.Only("A bomb at a market in Maiduguri on Monday killed five traders.").Actors.First(actor => actor.Role == ActorRole.Target).Name);
}
