using System.Globalization;
using System.Text;
using BorderWatch.Extraction;
using BorderWatch.Extraction.Actors;

namespace BorderWatch.Ingestion.Tests.Demo;

/// <summary>Compares what the extractor took from an article with what an editor takes from it.</summary>
internal static class EditorsView
{
    /// <summary>Below this likeness, an incident is another one than the editor's.</summary>
    private const int Same = 3;

    /// <summary>Each incident with its row, the likest first, each once; null stands for what has no other half.</summary>
    public static IEnumerable<(ExpectedIncident? Expected, ExtractedIncident? Found)> Pair(IReadOnlyList<ExpectedIncident> expected, IReadOnlyList<ExtractedIncident> found)
    {
        var pairs = new List<(ExpectedIncident? Expected, ExtractedIncident? Found)>();
        var rows = expected.Where(e => e.Report != "none").ToList();
        var rest = found.ToList();
        foreach (var (row, incident, _) in rows.SelectMany(row => rest.Select(incident => (row, incident, Likeness(row, incident)))).OrderByDescending(pair => pair.Item3).ToList())
        {
            if (!rows.Contains(row) || !rest.Contains(incident) || Likeness(row, incident) < Same) continue;
            rows.Remove(row);
            rest.Remove(incident);
            pairs.Add((row, incident));
        }
        return [.. pairs, .. rows.Select(row => ((ExpectedIncident?)row, (ExtractedIncident?)null)), .. rest.Select(incident => ((ExpectedIncident?)null, (ExtractedIncident?)incident))];
    }

    public static bool KindIsRight(ExpectedIncident row, ExtractedIncident incident) => row.Kinds.Contains($"{incident.Kind.Type}/{incident.Kind.SubType}");

    public static bool DayIsRight(ExpectedIncident row, ExtractedIncident incident) =>
        row.TimePrecisions.Contains(incident.Occurred.Precision.ToString().ToLowerInvariant())
        && (incident.Occurred.From is not { } from || from >= row.From) && (incident.Occurred.To is not { } to || to <= row.To);

    public static bool PlaceIsRight(ExpectedIncident row, ExtractedIncident incident) =>
        row.Places.Any(name => Fold(name) == Fold(incident.Place?.Name ?? "-")) && row.Countries.Contains(incident.Place?.Country ?? "-")
        && row.PlacePrecisions.Contains(incident.Place?.Precision.ToString().ToLowerInvariant() ?? "-");

    public static bool TollIsRight(ExpectedIncident row, ExtractedIncident incident) =>
        row.Killed.Contains(ExpectedIncident.Write(incident.Killed)) && row.Injured.Contains(ExpectedIncident.Write(incident.Injured)) && row.Abducted.Contains(ExpectedIncident.Write(incident.Abducted));

    /// <summary>True where every perpetrator is one that the editor names, and one is there unless the editor could do without.</summary>
    public static bool PerpetratorIsRight(ExpectedIncident row, ExtractedIncident incident)
    {
        var named = incident.Actors.Where(a => a.Role == ActorRole.Perpetrator).ToList();
        return named.TrueForAll(a => row.Perpetrators.Any(name => IsCalled(a, name))) && (named.Count > 0 || row.Perpetrators.Contains("-"));
    }

    public static bool TargetIsRight(ExpectedIncident row, ExtractedIncident incident) =>
        row.Targets is ["-"] || incident.Actors.FirstOrDefault(a => a.Role == ActorRole.Target) is { } first && row.Targets.Any(name => IsCalled(first, name));

    /// <summary>The actors that an editor would strike out.</summary>
    public static IEnumerable<ExtractedActor> Laughable(ExpectedIncident row, ExtractedIncident incident) =>
        incident.Actors.Where(a => a.Role != ActorRole.Other && row.MustNot.Any(rule => rule.Split(':') is [var role, var name] ? role == a.Role.ToString().ToLowerInvariant() && IsCalled(a, name) : a.Role != ActorRole.Responder && IsCalled(a, rule)));

    private static int Likeness(ExpectedIncident row, ExtractedIncident incident) =>
        (row.Kinds.Any(kind => kind.StartsWith(incident.Kind.Type + "/", StringComparison.Ordinal)) ? 2 : 0)
        + (KindIsRight(row, incident) ? 1 : 0)
        + (row.Places.Any(name => Fold(name) == Fold(incident.Place?.Name ?? "-")) ? 2 : 0)
        + (incident.Occurred.From >= row.From && incident.Occurred.To <= row.To ? 1 : 0)
        + (row.Killed.Contains(ExpectedIncident.Write(incident.Killed)) ? 1 : 0)
        + (incident.Killed is not null && row.Killed.Contains(ExpectedIncident.Write(incident.Killed)) ? 1 : 0)
        + (row.Report == "yes" ? 1 : 0);

    // "Unidentified gunmen" are gunmen, "SMHS Hospital" is a hospital.
    private static bool IsCalled(ExtractedActor actor, string name)
    {
        var (called, wanted) = (Fold(actor.Name.Split(" (")[0]), Fold(name));
        return called == wanted || called.EndsWith(" " + wanted, StringComparison.Ordinal);
    }

    private static string Fold(string name) => string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
