using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Incidents;

/// <summary>What is shown beside an incident, and why.</summary>
public sealed class RelatedIncidentsTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task SameGroupAndSamePlace_AreRelated_TheNearestFirst()
    {
        var story = new Story();
        var (here, near, far) = (story.Place("Panj", "Khatlon", "TJ", 37.24, 69.10), story.Place("Kumsangir", "Khatlon", "TJ", 37.30, 69.20), story.Place("Khorog", "GBAO", "TJ", 37.49, 71.55));
        var (group, police) = (story.Actor("Jamaat Ansarullah", ActorKind.Rebel), story.Actor("police", ActorKind.State));
        var self = Told("the incident", "2026-10-10", here, group, police);
        Told("same group, far away", "2026-10-01", far, group);
        Told("same place and means", "2026-10-12", near);
        Told("police only", "2026-10-11", far, police);
        Told("long ago", "2026-01-01", here, group);
        Told("rejected", "2026-10-10", here, group).Status = IncidentStatus.Rejected;
        Told("another country", "2026-10-10", story.Place("Imam Sahib", "Kunduz", "AF", 37.19, 68.93), group);
        await TellAsync(story);

        var related = await Get<IRelatedIncidents>().FindAsync(self.Id, Cancellation);

        Assert.Equal(["same group, far away", "same place and means"], related.Select(r => r.Title));
        Assert.Equal((-9, (int?)null, "Jamaat Ansarullah"), (related[0].DaysAfter, related[0].Kilometres, Assert.Single(related[0].SharedActors)));
        Assert.Equal((2, 11, "bomb"), (related[1].DaysAfter, related[1].Kilometres!.Value, related[1].SharedWeapon));
        Assert.Empty(related[1].SharedActors);

        Incident Told(string title, string date, Places.Place place, params Actor[] actors)
        {
            var incident = story.Incident(title, date, place: place);
            incident.Weapon = title.StartsWith("the", StringComparison.Ordinal) || title.Contains("means", StringComparison.Ordinal) ? "bomb" : null;
            foreach (var actor in actors) story.Part(incident, actor, ActorRole.Perpetrator);
            return incident;
        }
    }

    [Fact]
    public async Task Unknown_HasNone() => Assert.Empty(await Get<IRelatedIncidents>().FindAsync(Guid.NewGuid(), Cancellation));
}
