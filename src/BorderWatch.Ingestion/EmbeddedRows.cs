using System.Globalization;

namespace BorderWatch.Ingestion;

/// <summary>The rows of the data files in this assembly.</summary>
internal static class EmbeddedRows
{
    /// <summary>A file's rows, cut at tabs; empty lines and those that begin with # are left out.</summary>
    public static List<string[]> Of(string file)
    {
        using var reader = new StreamReader(typeof(EmbeddedRows).Assembly.GetManifestResourceStream(file)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];
    }

    /// <summary>A number as the files write it.</summary>
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
