using System.Text.Json;
using System.Text.Json.Serialization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;

namespace BorderWatch.Store.Briefs;

/// <summary>The figures of a brief, as they were when it was made.</summary>
/// <param name="RegionName">The region's name.</param>
/// <param name="Parts">The countries and provinces that the region was made of; all of it where <paramref name="MadeOf"/> is null.</param>
/// <param name="MadeAt">When the figures were counted, UTC.</param>
/// <param name="Now">The period's figures.</param>
/// <param name="Before">Those of the period before.</param>
/// <param name="YearBefore">Those of the same days a year before.</param>
/// <param name="Trend">By step of time and type.</param>
/// <param name="Change">Whether the change is more than chance would bring.</param>
/// <param name="ChangeOverYear">The same against the year before.</param>
/// <param name="Firsts">What was there for the first time.</param>
/// <param name="Coverage">Which outlets spoke.</param>
/// <param name="Areas">The provinces with most incidents.</param>
/// <param name="Incidents">The gravest incidents, the gravest first.</param>
/// <param name="MadeOf">All that the region was made of; null in a brief of the time when there were only countries and provinces.</param>
public sealed record BriefContent(
    string RegionName, IReadOnlyList<BriefPart> Parts, DateTimeOffset MadeAt, PeriodFigures Now, PeriodFigures Before, PeriodFigures YearBefore,
    IReadOnlyList<TrendCount> Trend, CountComparison Change, CountComparison ChangeOverYear, RegionFirsts Firsts, Coverage Coverage,
    IReadOnlyList<AreaCount> Areas, IReadOnlyList<BriefIncident> Incidents, IReadOnlyList<RegionPart>? MadeOf = null)
{
    // A ratio to nothing is infinite.
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        // jsonb orders keys by its own rule, so a part's discriminator need not come first.
        AllowOutOfOrderMetadataProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What the region was made of.</summary>
    [JsonIgnore]
    public IReadOnlyList<RegionPart> RegionParts => MadeOf ?? [.. Parts.Select(part => new RegionPart.Area(part.CountryCode, part.Admin1))];

    internal string ToJson() => JsonSerializer.Serialize(this, s_json);

    internal static BriefContent Parse(string json) => JsonSerializer.Deserialize<BriefContent>(json, s_json) ?? throw new JsonException("The brief's content is empty.");
}

/// <summary>A country, or one province of it.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Admin1">The province; null for the whole country.</param>
public sealed record BriefPart(string CountryCode, string? Admin1);

/// <summary>An incident as a brief tells it.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Title">Its line.</param>
/// <param name="EventType">ACLED event type.</param>
/// <param name="Date">Where it stands in the timeline.</param>
/// <param name="Place">Name, province, country, from the nearest; null where no report places it.</param>
/// <param name="Killed">People killed.</param>
/// <param name="Injured">People injured.</param>
/// <param name="Abducted">People abducted.</param>
/// <param name="HasConflict">True where reports contradict each other.</param>
/// <param name="Status">What an editor had said.</param>
/// <param name="Sources">The outlets that told of it, by name.</param>
public sealed record BriefIncident(
    Guid Id, string Title, string EventType, DateOnly Date, string? Place, CasualtyCount Killed, CasualtyCount Injured, CasualtyCount Abducted,
    bool HasConflict, IncidentStatus Status, IReadOnlyList<string> Sources);
