using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;

namespace BorderWatch.Ingestion.Generation;

/// <summary>A generated incident with the articles that report it.</summary>
internal sealed record GeneratedIncident(Incident Incident, IReadOnlyList<GeneratedReport> Reports)
{
    private const int MostReports = 12;
    private const double AnotherReport = 0.38;
    private const double AnotherToll = 0.08;

    /// <summary>Lets outlets report a story.</summary>
    public static GeneratedIncident Of(GeneratedStory story, WeightedChoice<Source> outlets, GeneratedPlaces places, DateTimeOffset now, Random random)
    {
        var published = new DateTimeOffset(story.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(4 + 20 * random.NextDouble());
        var id = Guid.CreateVersion7(published);
        var reports = new List<GeneratedReport>();
        var told = new HashSet<Guid>();
        do
        {
            var outlet = outlets.Draw(random);
            if (!told.Add(outlet.Id)) continue;
            var killed = reports.Count > 0 && story.Killed is { } said && random.NextDouble() < AnotherToll ? said + random.Next(1, 3) : story.Killed;
            reports.Add(new GeneratedReport(id, story, outlet, published < now ? published : now, killed, places.Draw(random).Settlement.Name, random));
            published = published.AddHours(0.3 - 7 * Math.Log(1 - random.NextDouble()));
        }
        while (reports.Count < MostReports && random.NextDouble() < AnotherReport);
        return new(Derive(id, story, reports, random), reports);
    }

    private static Incident Derive(Guid id, GeneratedStory story, List<GeneratedReport> reports, Random random)
    {
        var (low, high) = (reports.Min(report => report.Killed), reports.Max(report => report.Killed));
        var incident = new Incident
        {
            Id = id,
            Title = story.Headline,
            EventType = story.Kind.EventType,
            SubEventType = story.Kind.SubEventType,
            OccurredFrom = story.Day,
            OccurredTo = story.Day,
            TimePrecision = TimePrecision.Day,
            TimelineDate = story.Day,
            PlaceId = story.Where?.Place.Id,
            PlacePrecision = story.Where?.Precision,
            Killed = new CasualtyCount(low, reports[^1].Killed, high),
            Injured = new CasualtyCount(story.Injured, story.Injured, story.Injured),
            Weapon = story.Kind.Weapon,
            Confidence = reports.Max(report => report.Report.Confidence),
            HasConflict = low != high,
            Status = random.NextDouble() switch { < 0.06 => IncidentStatus.Confirmed, < 0.08 => IncidentStatus.Rejected, _ => IncidentStatus.Unreviewed },
            FirstReportedAt = reports[0].Article.FirstSeenAt,
            LastReportedAt = reports[^1].Article.FirstSeenAt,
        };
        if (incident.Status == IncidentStatus.Rejected) incident.RejectionReason = RejectionReason.NotSecurity;
        incident.Actors.Add(new IncidentActor { IncidentId = id, ActorId = story.Perpetrator.Id, Role = ActorRole.Perpetrator, Attribution = Attribution.Suspected });
        incident.Actors.Add(new IncidentActor { IncidentId = id, ActorId = story.Target.Id, Role = ActorRole.Target, Attribution = Attribution.Confirmed });
        return incident;
    }
}
