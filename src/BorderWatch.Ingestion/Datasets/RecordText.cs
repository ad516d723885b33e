using System.Text;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Reading;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Datasets;

/// <summary>A dataset's record written out as a text, a line a column, so that its values can be quoted like an outlet's.</summary>
internal sealed class RecordText
{
    // Longer than any note of these datasets; what is longer is no note.
    private const int LongestValue = 5000;

    private readonly StringBuilder _text = new();

    private readonly Dictionary<string, (int Start, int End)> _lines = new(StringComparer.Ordinal);

    /// <summary>Writes a column's line; an empty value is left out.</summary>
    public void Add(string column, string? value)
    {
        var line = HtmlText.Squeeze(ArticleWords.Clean(value));
        if (line.Length == 0) return;
        if (line.Length > LongestValue) line = line[..(char.IsHighSurrogate(line[LongestValue - 1]) ? LongestValue - 1 : LongestValue)];
        if (_text.Length > 0) _text.Append('\n');
        var start = _text.Length;
        _text.Append(column).Append(": ").Append(line);
        _lines[column] = (start, _text.Length);
    }

    /// <summary>A claim whose quote is the lines from the first to the last of the columns that the record has; null where it has none of them.</summary>
    public DraftClaim? Claim(ClaimField field, ClaimValue value, params ReadOnlySpan<string> columns)
    {
        var (start, end) = (int.MaxValue, 0);
        foreach (var column in columns)
        {
            if (!_lines.TryGetValue(column, out var line)) continue;
            (start, end) = (Math.Min(start, line.Start), Math.Max(end, line.End));
        }
        return end == 0 ? null : new DraftClaim(field, value, _text.ToString(start, end - start), start, end, false);
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
