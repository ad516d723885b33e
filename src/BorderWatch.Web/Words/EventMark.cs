namespace BorderWatch.Web.Words;

/// <summary>How an event type looks: a colour of its own and a shape of its own, so that neither alone has to tell.</summary>
/// <param name="Type">ACLED's event type.</param>
/// <param name="Slug">Ends the name of its colour in the style sheet: <c>--bw-event-</c> + slug.</param>
/// <param name="Shape">An SVG path on a 16 by 16 square, to be filled.</param>
public sealed record EventMark(string Type, string Slug, string Shape)
{
    private static readonly EventMark s_other = new("Other", "other", "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z");

    /// <summary>ACLED's six event types, in the codebook's order.</summary>
    public static IReadOnlyList<EventMark> All { get; } =
    [
        new("Battles", "battles", "M3.4 1 8 5.6 12.6 1 15 3.4 10.4 8 15 12.6 12.6 15 8 10.4 3.4 15 1 12.6 5.6 8 1 3.4z"),
        new("Explosions/Remote violence", "explosions", "m8 0 1.8 4.2L14 2.5l-1.8 4L16 8l-3.8 1.5 1.8 4-4.2-1.7L8 16l-1.8-4.2L2 13.5l1.8-4L0 8l3.8-1.5-1.8-4 4.2 1.7z"),
        new("Violence against civilians", "civilians", "M8 .5 15.5 8 8 15.5.5 8z"),
        new("Protests", "protests", "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8z"),
        new("Riots", "riots", "M8 1 15.5 14.5H.5z"),
        new("Strategic developments", "strategic", "M2 2h12v12H2zm3 3v6h6V5z"),
    ];

    /// <summary>The mark of a type; a plain dot for one that is not ACLED's.</summary>
    public static EventMark Of(string eventType) => All.FirstOrDefault(mark => mark.Type.Equals(eventType, StringComparison.OrdinalIgnoreCase)) ?? s_other;
}
