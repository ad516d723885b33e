using System.Globalization;
using System.Text.Json;
using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;

namespace BorderWatch.Extraction.Tests.Theatres;

/// <summary>A report of our own from one of the world's theatres, with what an editor takes from it, and what the extractor does.</summary>
internal sealed class Report
{
    private static readonly IncidentExtractor Extractor = new();

    private readonly JsonElement _line;
    private readonly IReadOnlyList<ExtractedIncident> _incidents;

    private Report(JsonElement line)
    {
        _line = line;
        var published = DateTimeOffset.Parse(line.GetProperty("publishedAt").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var title = line.TryGetProperty("title", out var headline) ? headline.GetString() : null;
        _incidents = Extractor.Extract(new ArticleText(line.GetProperty("text").GetString()!, title, published)).Incidents;
    }

    /// <summary>Every report, in the order in which they were written: round by round.</summary>
    public static IReadOnlyList<Report> All { get; } = Read();

    public string Id => _line.GetProperty("id").GetString()!;

    /// <summary>The first incident's title; the text's own words where the extractor found none.</summary>
    public string Told => First?.Title ?? "nothing";

    public int Expected => _line.GetProperty("incidents").GetInt32();

    public int Found => _incidents.Count;

    public bool IsType => First?.Kind.Type == Text("eventType");

    public bool IsCountry => First?.Place?.Country == Text("country");

    public bool IsPlace => Names("place").Any(name => Holds(First?.Place?.Name, name));

    public bool IsDay => First?.Occurred is { From: { } from, To: { } to } && DateOnly.Parse(Text("date"), CultureInfo.InvariantCulture) is var day && from <= day && day <= to && to.DayNumber - from.DayNumber < 8;

    public bool IsKilled => IsCount(First?.Killed, "killed");

    public bool IsInjured => IsCount(First?.Injured, "injured");

    /// <summary>True where those who did it are named; in a battle either side will do, in an arrest the force that made it.</summary>
    public bool IsActor => Names("actor").Count == 0 || Names("actor").Any(name => Cast(actor => IsBattle || actor.Role is ActorRole.Perpetrator or ActorRole.Responder, name));

    public bool IsTarget => Names("target").Count == 0 || Names("target").Any(name => Cast(actor => IsBattle || actor.Role != ActorRole.Perpetrator, name));

    private ExtractedIncident? First => _incidents.Count > 0 ? _incidents[0] : null;

    private bool IsBattle => Text("eventType") == "Battles";

    private bool Cast(Func<ExtractedActor, bool> isOne, string name) => First is { } incident && incident.Actors.Where(isOne).Any(actor => Holds(actor.Name, name));

    private static bool Holds(string? text, string name) => text?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    private bool IsCount(CasualtyRange? counted, string field)
    {
        var (low, high) = (_line.GetProperty(field)[0].GetInt32(), _line.GetProperty(field)[1].GetInt32());
        return First is not null && (counted is { } range ? range.Best ?? range.Low : 0) is { } count && low <= count && count <= high;
    }

    private string Text(string field) => _line.GetProperty(field).GetString()!;

    private List<string> Names(string field) => [.. _line.GetProperty(field).EnumerateArray().Select(name => name.GetString()!)];

    private static List<Report> Read()
    {
        using var stream = typeof(Report).Assembly.GetManifestResourceStream("theatres.jsonl") ?? throw new FileNotFoundException("theatres.jsonl");
        using var reader = new StreamReader(stream);
        var reports = new List<Report>();
        while (reader.ReadLine() is { } line) reports.Add(new Report(JsonDocument.Parse(line).RootElement));
        return reports;
    }
}
