using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Writes one line from an incident's values, and from nothing else.</summary>
internal static class TitleWriter
{
    /// <summary>For example "Drone strike on gold mining company, Afghanistan–Tajikistan border: 3 killed".</summary>
    public static string Write(EventKind kind, Trigger trigger, string? weapon, List<RolePlayer> players, ExtractedPlace? place, CasualtyRange? killed, CasualtyRange? injured, CasualtyRange? abducted)
    {
        var title = What(kind, trigger, weapon) + Whom(kind, players);
        if (place is not null) title += ", " + place.Name + (place.Admin1 is { } admin1 && !place.Name.Contains(admin1, StringComparison.OrdinalIgnoreCase) && place.Precision != PlacePrecision.Border ? ", " + admin1 : "");
        List<string> toll = [];
        if (Count(killed) is { } dead) toll.Add($"{dead} killed");
        if (Count(injured) is { } hurt) toll.Add($"{hurt} injured");
        if (Count(abducted) is { } taken) toll.Add($"{taken} abducted");
        return toll.Count > 0 ? $"{title}: {string.Join(", ", toll)}" : title;
    }

    private static string What(EventKind kind, Trigger trigger, string? weapon) => kind.SubType switch
    {
        "Suicide bomb" => "Suicide bombing",
        "Air/drone strike" => weapon == "drone" ? "Drone strike" : "Air strike",
        "Remote explosive/landmine/IED" => weapon is "landmine" ? "Landmine blast" : weapon is null or "explosive device" ? "Explosion" : Capital(weapon) + " explosion",
        "Grenade" => "Grenade attack",
        "Shelling/artillery/missile attack" => weapon is "rocket" or "missile" ? Capital(weapon) + " attack" : "Shelling",
        "Chemical weapon" => "Chemical attack",
        "Armed clash" => trigger.Family is TriggerFamily.Clash ? "Armed clash" : trigger.Family is TriggerFamily.Ambush ? "Ambush" : trigger.Family is TriggerFamily.Operation or TriggerFamily.Arrest ? "Armed operation" : "Armed attack",
        "Attack" => trigger.Family switch { TriggerFamily.Shooting => "Shooting", TriggerFamily.Killing or TriggerFamily.BodyFound => "Killing", TriggerFamily.Ambush => "Ambush", _ => "Attack" },
        "Abduction/forced disappearance" => "Abduction",
        "Disrupted weapons use" => "Weapons found or attack prevented",
        "Looting/property destruction" => "Destruction of property",
        var subType => subType,
    };

    private static string Whom(EventKind kind, List<RolePlayer> players)
    {
        var target = players.Find(p => p.Actor.Role == ActorRole.Target)?.Actor.Name;
        var perpetrator = players.Find(p => p.Actor.Role == ActorRole.Perpetrator && p.Actor.Attribution is Attribution.Confirmed or Attribution.Claimed)?.Actor.Name;
        return kind.SubType switch
        {
            "Armed clash" when target is not null && perpetrator is not null => $": {perpetrator} and {target}",
            "Peaceful protest" or "Protest with intervention" or "Violent demonstration" or "Mob violence" => perpetrator is null ? "" : $" by {perpetrator}",
            "Attack" or "Abduction/forced disappearance" or "Arrests" when target is not null => (kind.SubType == "Attack" ? " on " : " of ") + target,
            _ when target is not null => $" on {target}",
            _ => "",
        };
    }

    private static string? Count(CasualtyRange? range) => range switch
    {
        null or { High: 0 } => null,
        { Low: null, Best: null, High: null } => null,
        { } known => known.ToString(),
    };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
