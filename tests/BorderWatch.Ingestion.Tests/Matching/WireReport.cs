using System.Globalization;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Matching;

/// <summary>A report of the set that matching is measured with.</summary>
/// <param name="Incident">Which incident it is about.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">The body.</param>
public sealed record WireReport(string Incident, string Outlet, DateTimeOffset Published, string Title, string Text)
{
    /// <summary>Every report of the set, in the order of its files.</summary>
    public static IReadOnlyList<WireReport> All { get; } = Load();

    private static List<WireReport> Load() =>
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "tests", "BorderWatch.Ingestion.Tests", "Matching", "Wire"), "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<WireReport> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("== ", StringComparison.Ordinal)) continue;
            var head = lines[at][3..].Split(" | ");
            yield return new WireReport(
                head[0], head[1], DateTimeOffset.Parse(head[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), lines[at + 1], lines[at + 2]);
        }
    }
}
