using BorderWatch.Store.Articles;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace BorderWatch.Web.Articles;

/// <summary>What an outlet changed in an article, paragraph by paragraph.</summary>
internal static class RevisionChanges
{
    // Word by word a longer text takes seconds, and no article is as long.
    private const int Longest = 40_000;

    /// <summary>The paragraphs that differ, with their words marked; null where the texts are too long to be laid side by side.</summary>
    public static IReadOnlyList<ChangedParagraph>? Between(ArticleRevision before, ArticleRevision after)
    {
        var (old, current) = (Whole(before), Whole(after));
        if (old.Length > Longest || current.Length > Longest) return null;
        var sides = SideBySideDiffBuilder.Diff(old, current, ignoreWhiteSpace: false);
        return
        [
            .. sides.OldText.Lines.Zip(sides.NewText.Lines)
                .Where(pair => pair.First.Type != ChangeType.Unchanged || pair.Second.Type != ChangeType.Unchanged)
                .Select(pair => new ChangedParagraph(Words(pair.First, ChangeType.Deleted), Words(pair.Second, ChangeType.Inserted)))
                .Where(changed => changed.Before.Count + changed.After.Count > 0),
        ];
    }

    private static string Whole(ArticleRevision revision) => $"{revision.Title}\n{revision.Text.Replace("\n\n", "\n", StringComparison.Ordinal)}";

    // Words that stand side by side and are marked alike are one piece.
    private static List<ChangedWords> Words(DiffPiece line, ChangeType changed)
    {
        if (string.IsNullOrWhiteSpace(line.Text)) return [];
        if (line.SubPieces.Count == 0) return [new ChangedWords(line.Text, line.Type == changed)];
        var words = new List<ChangedWords>();
        foreach (var piece in line.SubPieces.Where(p => !string.IsNullOrEmpty(p.Text)))
        {
            var isChanged = piece.Type != ChangeType.Unchanged;
            if (words is [.., var last] && (last.IsChanged == isChanged || string.IsNullOrWhiteSpace(piece.Text))) words[^1] = last with { Text = last.Text + piece.Text };
            else words.Add(new ChangedWords(piece.Text, isChanged));
        }
        return words;
    }
}

/// <summary>A paragraph that was changed.</summary>
/// <param name="Before">As it was; empty where it is new.</param>
/// <param name="After">As it is; empty where it was taken out.</param>
internal sealed record ChangedParagraph(IReadOnlyList<ChangedWords> Before, IReadOnlyList<ChangedWords> After);

/// <summary>Words of a paragraph.</summary>
/// <param name="Text">With the spaces around them.</param>
/// <param name="IsChanged">True where the other side has others in their place.</param>
internal sealed record ChangedWords(string Text, bool IsChanged);
