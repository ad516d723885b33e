using System.Globalization;
using BorderWatch.Extraction.Casualties;

namespace BorderWatch.Ingestion.Tests.Demo;

/// <summary>A row of expected.tsv: an incident that a careful editor takes from one of the demo's articles, or the word that there is none.</summary>
/// <remarks><see cref="Report"/> is "yes", "optional" for background with particulars of its own, or "none"; a kind is "type/sub-type"; a dash is what is not said.</remarks>
internal sealed record ExpectedIncident(
    string Article, string Report, string[] Kinds, DateOnly From, DateOnly To, string[] TimePrecisions,
    string[] Places, string[] Countries, string[] PlacePrecisions, string[] Killed, string[] Injured, string[] Abducted,
    string[] Perpetrators, string[] Targets, string[] MustNot)
{
    /// <summary>Every row of the file, in its order.</summary>
    public static IReadOnlyList<ExpectedIncident> ReadAll(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(Read)];

    /// <summary>A range as the file writes it: low/best/high, a dash for what is not said.</summary>
    public static string Write(CasualtyRange? range) =>
        range is not { } said ? "-" : string.Join('/', new[] { said.Low, said.Best, said.High }.Select(n => n?.ToString(CultureInfo.InvariantCulture) ?? "-"));

    private static ExpectedIncident Read(string line)
    {
        var cells = line.Split('\t');
        var days = cells[2] == "none" ? [default, default] : cells[4].Split("..").Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture)).ToArray();
        return new ExpectedIncident(cells[1], cells[2], cells[3].Split('|'), days[0], days[1], cells[5].Split('|'), cells[6].Split('|'), cells[7].Split('|'),
            cells[8].Split('|'), cells[9].Split('|'), cells[10].Split('|'), cells[11].Split('|'), cells[12].Split('|'), cells[13].Split('|'), cells[14].Split('|'));
    }
}
