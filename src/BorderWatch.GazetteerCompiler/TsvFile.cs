namespace BorderWatch.GazetteerCompiler;

/// <summary>Our own data files: tab separated, the first line that is no comment names the columns.</summary>
internal static class TsvFile
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
    {
        string[]? columns = null;
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            if (columns is null) { columns = fields; continue; }
            if (fields.Length != columns.Length)
                throw new InvalidDataException($"{file}({number}): {fields.Length} columns where the head line has {columns.Length}");
            yield return columns.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        }
    }
}
