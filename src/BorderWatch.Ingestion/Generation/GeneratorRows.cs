using System.Globalization;
using System.Reflection;

namespace BorderWatch.Ingestion.Generation;

/// <summary>The rows of the generator's data files.</summary>
internal static class GeneratorRows
{
    /// <summary>A file's rows, cut at tabs; lines that begin with # are left out.</summary>
    public static IEnumerable<string[]> Of(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Generation/{file}")!);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
    }

    /// <summary>A number as the files write it.</summary>
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
