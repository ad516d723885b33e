namespace BorderWatch.Extraction.Text;

/// <summary>Reads the lexicons that are built into this assembly: tab-separated values, <c>#</c> begins a comment line.</summary>
public static class Lexicon
{
    /// <summary>The rows of a lexicon, each cut at its tabs, without comments and empty lines.</summary>
    /// <param name="file">Its path below Data, or below Data/en for the words of English, whose rules are this engine's own: <c>triggers.tsv</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such lexicon in the assembly.</exception>
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("en/" + file) ?? typeof(Lexicon).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"The lexicon {file} is not built into the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }

    /// <summary>The first column of a lexicon's rows as a set, compared exactly.</summary>
    public static HashSet<string> Words(string file) => [.. Rows(file).Select(row => row[0])];
}
