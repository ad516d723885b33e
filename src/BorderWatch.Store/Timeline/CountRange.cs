using System.Globalization;

namespace BorderWatch.Store.Timeline;

/// <summary>
/// How many people an incident must have cost. The lower bound is held against the likeliest number, else the lowest; the upper bound
/// against the likeliest, else the highest, else the lowest. An incident of which no report says a number is never within it.
/// </summary>
/// <param name="AtLeast">Inclusive; null for no lower bound.</param>
/// <param name="AtMost">Inclusive; null for no upper bound.</param>
public sealed record CountRange(int? AtLeast, int? AtMost)
{
    /// <summary>Reads what <see cref="ToString"/> writes: "3..", "..5", "3..5", "3"; also ">3", ">=3", "&lt;5", "&lt;=5", "3+".</summary>
    /// <returns>Null where it is none of these, or the bounds stand the wrong way round.</returns>
    public static CountRange? Parse(string? text)
    {
        var said = (text ?? "").Trim();
        var range = said switch
        {
            ['>', '=', .. var n] => Of(Number(n), null),
            ['>', .. var n] => Of(Number(n) + 1, null),
            ['<', '=', .. var n] => Of(null, Number(n)),
            ['<', .. var n] => Of(null, Number(n) - 1),
            [.. var n, '+'] => Of(Number(n), null),
            _ when said.IndexOf("..", StringComparison.Ordinal) is var at and >= 0 =>
                (said[..at], said[(at + 2)..]) switch
                {
                    ("", var to) => Of(null, Number(to)),
                    (var from, "") => Of(Number(from), null),
                    var (from, to) => Number(from) is { } low && Number(to) is { } high ? Of(low, high) : null,
                },
            _ => Number(said) is { } exact ? Of(exact, exact) : null,
        };
        return range is { AtLeast: null, AtMost: null } or { AtMost: < 0 } || range?.AtLeast > range?.AtMost ? null : range;

        static CountRange Of(int? from, int? to) => new(from, to);
    }

    /// <summary>"3..", "..5", "3..5" or "3".</summary>
    public override string ToString() => AtLeast == AtMost ? Text(AtLeast) : $"{Text(AtLeast)}..{Text(AtMost)}";

    // Nobody counts beyond this, and one more than it still fits.
    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000_000 ? number : null;

    private static string Text(int? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "";
}
