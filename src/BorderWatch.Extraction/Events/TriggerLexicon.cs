using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>The words that name incidents, by the base of their first word; longest phrases first.</summary>
public sealed class TriggerLexicon
{
    private readonly Dictionary<string, List<TriggerEntry>> byFirst = [];

    private readonly HashSet<(char, char, char)> beginnings = [];

    /// <summary>Reads the lexicon that is built in.</summary>
    public TriggerLexicon()
    {
        foreach (var row in Lexicon.Rows("triggers.tsv"))
        {
            var entry = Parse(row);
            if (!byFirst.TryGetValue(entry.Parts[0].Base, out var entries)) byFirst[entry.Parts[0].Base] = entries = [];
            entries.Add(entry);
        }
        foreach (var first in byFirst.Keys) AddBeginning(first);
        foreach (var (form, first) in Inflection.IrregularForms)
            if (byFirst.ContainsKey(first)) AddBeginning(form);
        foreach (var entries in byFirst.Values)
            entries.Sort((a, b) => (b.Parts.Count, b.Weight).CompareTo((a.Parts.Count, a.Weight)));
    }

    /// <summary>The one that everybody shares.</summary>
    public static TriggerLexicon Shared { get; } = new();

    /// <summary>False where no form of a first word begins like this: most words of a text are told apart by three letters.</summary>
    public bool MayBegin(string lower) => lower.Length < 3 || beginnings.Contains((lower[0], lower[1], lower[2]));

    private void AddBeginning(string form)
    {
        if (form.Length >= 3) beginnings.Add((form[0], form[1], form[2]));
        // "goes" of "go", "dying" of "die": an ending may stand where the third letter was.
        if (form.Length <= 3 && form.Length > 1)
            foreach (var next in "abcdefghijklmnopqrstuvwxyz") beginnings.Add((form[0], form[1], next));
    }

    /// <summary>The entries whose first word has this base.</summary>
    public IReadOnlyList<TriggerEntry> StartingWith(string firstBase) => byFirst.TryGetValue(firstBase, out var entries) ? entries : [];

    private static TriggerEntry Parse(string[] row)
    {
        var word = row[1] switch { "V" => TriggerWord.Verb, "N" => TriggerWord.Noun, _ => TriggerWord.Phrase };
        var parts = new List<TriggerPart>();
        var gap = false;
        var words = row[2].Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "..") { gap = true; continue; }
            var starred = words[i].EndsWith('*');
            // A noun phrase inflects in its last word, a verb phrase where the star says so; after a gap the object may be plural.
            var inflects = starred || word == TriggerWord.Noun && i == words.Length - 1 || gap;
            parts.Add(new TriggerPart(words[i].TrimEnd('*'), inflects, gap));
            gap = false;
        }
        return new TriggerEntry(Enum.Parse<TriggerFamily>(row[0]), word, parts,
            double.Parse(row[3], CultureInfo.InvariantCulture), row.Length > 4 && row[4].Length > 0 ? row[4] : null);
    }
}
