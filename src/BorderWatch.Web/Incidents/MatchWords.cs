using System.Text.RegularExpressions;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Incidents;

/// <summary>Why two reports were taken for one incident, in the language of who reads. It is kept in English, in pieces: "same day, 0 km apart; but killed 3 and 11".</summary>
public static partial class MatchWords
{
    /// <summary>The pieces in words; null where nothing is kept.</summary>
    public static string? Of(string? reason)
    {
        if (reason is null || Language.Current == Language.English) return reason;
        if (reason.StartsWith("the same text as ", StringComparison.Ordinal) || !reason.Contains(", ", StringComparison.Ordinal) && Say.Answer(reason) != reason) return Say.Answer(reason);
        var sides = reason.Split("; but ");
        return sides.Length == 2 ? Say.It("{0}; but {1}", Pieces(sides[0]), Pieces(sides[1])) : Pieces(reason);
    }

    // Some pieces have a comma in them.
    private static string Pieces(string side)
    {
        var parts = side.Split(", ");
        var said = new List<string>();
        for (var at = 0; at < parts.Length; at++)
        {
            if (at + 1 < parts.Length && WithComma($"{parts[at]}, {parts[at + 1]}") is { } words)
            {
                said.Add(words);
                at++;
            }
            else
            {
                said.Add(Piece(parts[at]));
            }
        }
        return string.Join(Say.It(", "), said);
    }

    private static string? WithComma(string pieces) =>
        Confused().Match(pieces) is { Success: true } confused ? Say.It("{0} and {1}, which are told for one another", Say.Name(confused.Groups[1].Value), Say.Name(confused.Groups[2].Value))
        : Dated().IsMatch(pieces) ? Say.Answer(pieces)
        : null;

    private static string Piece(string piece)
    {
        if (Both().Match(piece) is { Success: true } both) return Say.It("both name {0}", Say.Name(both.Groups[1].Value));
        if (Say.Answer(piece) is var said && said != piece) return said;
        if (Tolls().Match(piece) is { Success: true } tolls) return Say.It("{0}: {1} and {2}", Say.Name(tolls.Groups[1].Value), tolls.Groups[2].Value, tolls.Groups[3].Value);
        return Pair().Match(piece) is { Success: true } pair ? Say.It("{0} and {1}", Names(pair.Groups[1].Value), Names(pair.Groups[2].Value)) : Names(piece);
    }

    private static string Names(string names) => Say.Name(names) is var name && name != names ? name : string.Join('/', names.Split('/').Select(Say.Name));

    [GeneratedRegex("^both name ([^,]+)$")]
    private static partial Regex Both();

    [GeneratedRegex(@"^(killed|injured|abducted) (\S+) and (\S+)$")]
    private static partial Regex Tolls();

    [GeneratedRegex("^(?:reported (?:within|weeks) [^,]+, date not said|one report dates it, the other [^,]+)$")]
    private static partial Regex Dated();

    [GeneratedRegex("^([^,]+) and ([^,]+), which are told for one another$")]
    private static partial Regex Confused();

    [GeneratedRegex("^([^,]+) and ([^,]+)$")]
    private static partial Regex Pair();
}
