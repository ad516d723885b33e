using System.Globalization;
using System.Text;
using BorderWatch.Extraction;

namespace BorderWatch.Ingestion.Tests.Demo;

/// <summary>Sums what was right and keeps a readable line for every miss.</summary>
internal sealed class EditorsScore
{
    private static readonly (string Figure, Func<ExpectedIncident, ExtractedIncident, bool> IsRight, Func<ExpectedIncident, string> Wanted)[] Values =
    [
        ("kind", EditorsView.KindIsRight, row => string.Join('|', row.Kinds)),
        ("day", EditorsView.DayIsRight, row => $"{row.From:yyyy-MM-dd}..{row.To:yyyy-MM-dd} {string.Join('|', row.TimePrecisions)}"),
        ("place", EditorsView.PlaceIsRight, row => $"{string.Join('|', row.Places)} {string.Join('|', row.Countries)} {string.Join('|', row.PlacePrecisions)}"),
        ("toll", EditorsView.TollIsRight, row => $"killed {string.Join('|', row.Killed)} injured {string.Join('|', row.Injured)} abducted {string.Join('|', row.Abducted)}"),
        ("perpetrator", EditorsView.PerpetratorIsRight, row => string.Join('|', row.Perpetrators)),
        ("first target", EditorsView.TargetIsRight, row => string.Join('|', row.Targets)),
        ("no laughable actor", (row, found) => !EditorsView.Laughable(row, found).Any(), row => "not " + string.Join('|', row.MustNot)),
    ];

    private readonly Dictionary<string, (int Right, int Of)> _counts = [];
    private readonly StringBuilder _misses = new();

    public double Share(string figure) => _counts.GetValueOrDefault(figure) is { Of: > 0 } count ? (double)count.Right / count.Of : 0;

    public void Add(string article, IReadOnlyList<ExpectedIncident> expected, IReadOnlyList<ExtractedIncident> found)
    {
        foreach (var (row, incident) in EditorsView.Pair(expected, found))
        {
            if (incident is not null) Count("incidents that are there", row is not null);
            if (row is { Report: "yes" }) Count("incidents found", incident is not null);
            if (row is null) Miss(article, $"is not there: {Tell(incident!)}");
            else if (incident is null && row.Report == "yes") Miss(article, $"was not found: {string.Join('|', row.Kinds)}, {string.Join('|', row.Places)}, killed {string.Join('|', row.Killed)}");
            if (row is not { Report: "yes" } || incident is null) continue;
            foreach (var (figure, isRight, wanted) in Values)
            {
                Count(figure, isRight(row, incident));
                if (!isRight(row, incident)) Miss(article, $"{figure}: {Tell(incident)}; the editor has {wanted(row)}");
            }
        }
    }

    public override string ToString() =>
        string.Join('\n', _counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key,-26} {Share(count.Key):0.000}  {count.Value.Right} of {count.Value.Of}"))) + "\n\n" + _misses;

    private void Count(string figure, bool right) =>
        _counts[figure] = _counts.GetValueOrDefault(figure) is var (known, of) ? (known + (right ? 1 : 0), of + 1) : default;

    private void Miss(string article, string what) => _misses.AppendLine(CultureInfo.InvariantCulture, $"{article}: {what}");

    private static string Tell(ExtractedIncident incident) =>
        $"“{incident.Title}” [{incident.Kind.SubType}, {incident.Occurred.From:yyyy-MM-dd} {incident.Occurred.Precision}, {incident.Place?.Name} {incident.Place?.Country} {incident.Place?.Precision}, "
        + $"killed {ExpectedIncident.Write(incident.Killed)} injured {ExpectedIncident.Write(incident.Injured)} abducted {ExpectedIncident.Write(incident.Abducted)}, "
        + string.Join(", ", incident.Actors.Select(a => $"{a.Name}:{a.Role}")) + "]";
}
