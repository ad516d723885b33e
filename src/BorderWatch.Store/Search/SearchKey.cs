using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Search;

/// <summary>Something that a term of a search can be about.</summary>
/// <param name="Name">What stands before the colon.</param>
/// <param name="Example">A term that makes sense.</param>
/// <param name="Summary">What it asks for.</param>
/// <param name="Names">What its values name; null where they name nothing that is stored.</param>
/// <param name="Values">All that can be written, where that is a short list; else empty.</param>
public sealed record SearchKey(string Name, string Example, string Summary, NameKind? Names, IReadOnlyList<string> Values)
{
    private static readonly IReadOnlyList<string> s_types = [.. EventTypology.Types, .. EventTypology.Types.SelectMany(EventTypology.SubTypesOf)];

    /// <summary>Every key, in the order in which they are offered.</summary>
    public static IReadOnlyList<SearchKey> All { get; } =
    [
        new("actor", "actor:ISKP", "took part", NameKind.Actor, []),
        new("by", "by:TTP", "carried it out, or is said to have", NameKind.Actor, []),
        new("against", "against:police", "was attacked", NameKind.Actor, []),
        new("target", "target:aid-workers", "what kind of target was hit", null, TargetKindName.All),
        new("in", "in:Khatlon", "country, province, place or region", NameKind.Place, []),
        new("after", "after:2025-11", "from this year, month or day on", null, []),
        new("before", "before:2026", "until the day before it", null, []),
        new("during", "during:2025-11", "in this year, month or day", null, []),
        new("type", "type:battles", "event or sub-event type", null, s_types),
        new("killed", "killed:>3", "people killed", null, []),
        new("injured", "injured:10+", "people injured", null, []),
        new("abducted", "abducted:1..5", "people abducted", null, []),
        new("weapon", "weapon:drone", "the means", NameKind.Weapon, []),
        new("source", "source:\"Steppe Wire\"", "reported by this outlet", NameKind.Source, []),
        new("tag", "tag:border", "an editor’s word", NameKind.Tag, []),
        new("status", "status:confirmed", "what an editor said", null, ["unreviewed", "confirmed", "rejected"]),
        new("precision", "precision:district", "place known as precisely as this", null, ["exact", "near", "district", "province", "border", "country"]),
        new("confidence", "confidence:80%", "at least as sure", null, ["90%", "80%", "70%", "50%"]),
        new("has", "has:conflict", "reports contradict each other", null, ["conflict"]),
        new("no", "no:toll", "nobody says whether anybody was killed", null, ["toll"]),
        new("is", "is:demo", "invented demo incidents; -is:demo leaves them out", null, ["demo"]),
    ];

    /// <summary>The key of that name; null where there is none.</summary>
    public static SearchKey? Of(string name) => All.FirstOrDefault(key => key.Name == name);
}
