using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Writes one line from an incident's values, and from nothing else: "Suicide bombing at mosque kills 9 in Tall, Hama".</summary>
internal sealed class TitleWriter(ArticleFacts article, EventKind kind, Trigger trigger, string? weapon, List<RolePlayer> players, CountedCasualties? killed, CountedCasualties? injured, CountedCasualties? abducted, CountedCasualties? arrested)
{
    private readonly TitleWords words = new(players, article);

    /// <summary>The line.</summary>
    public string Write(ExtractedPlace? place)
    {
        var line = What() + TitleWords.Where(place) + TollBehind();
        return TitleWords.Capital(line);
    }

    // Kinds whose verb tells the toll tell it themselves.
    private bool tollIsTold;

    private string What() => kind.SubType switch
    {
        "Suicide bomb" => Blast("suicide bombing", "at"),
        "Air/drone strike" => Blast(weapon == "drone" ? "drone strike" : "air strike", "on"),
        "Remote explosive/landmine/IED" => Blast(Bomb(), "at"),
        "Grenade" => Blast("grenade attack", "on"),
        "Shelling/artillery/missile attack" => Blast(weapon is "rocket" or "missile" ? weapon + " attack" : "shelling", "of"),
        "Chemical weapon" => Blast("chemical attack", "on"),
        "Armed clash" => Clash(),
        "Attack" => Deed(trigger.Family == TriggerFamily.Ambush ? "ambush" : trigger.Family == TriggerFamily.Shooting ? "shooting" : "attack"),
        "Abduction/forced disappearance" => Abduction(),
        "Sexual violence" => "sexual violence" + Against(),
        "Arrests" => words.Count(arrested) is { } held ? Held(held) : words.People is { } caught && TitleWords.IsPlural(caught) ? $"{words.Name(caught)} arrested" : "arrests",
        "Disrupted weapons use" => trigger.Entry.Parts[0].Base is "seize" or "find" or "recover" or "discover" or "confiscate" or "unearth" or "haul" ? "weapons found" : "attack prevented or weapons found",
        "Looting/property destruction" => "looting or destruction of property",
        "Peaceful protest" => "protest" + By(),
        "Protest with intervention" => "intervention at protest",
        "Excessive force against protesters" => words.Force is { } force ? $"{words.Name(force)} use force against protesters" : "force used against protesters",
        "Violent demonstration" => "riot" + By(),
        "Mob violence" => "mob violence" + By(),
        "Agreement" => words.Doers is [var one, var other, ..] ? $"agreement between {words.Name(one)} and {words.Name(other)}" : "agreement" + By(),
        "Non-state actor overtakes territory" or "Government regains territory" => "territory taken" + By(),
        "Change to group/activity" => "change in armed group" + (words.Doers is [var who, ..] ? ": " + words.Name(who) : ""),
        var subType => subType.ToLowerInvariant(),
    };

    private string Bomb() => weapon switch
    {
        null or "explosive device" => "blast",
        "landmine" => "landmine blast",
        "improvised explosive device" => "bomb blast",
        "explosives" or "dynamite" => "explosion",
        _ => weapon.EndsWith("bomb", StringComparison.Ordinal) ? weapon + " blast" : weapon,
    };

    private string Blast(string what, string preposition)
    {
        var site = words.Site is { } thing && !what.Contains(words.Name(thing), StringComparison.OrdinalIgnoreCase) ? $" {(TitleWords.IsVehicle(thing) ? "on" : preposition)} {words.Name(thing)}" : "";
        if (Toll("kills", "injures") is { } toll) return $"{what}{site} {toll}";
        if (site.Length == 0 && words.People is { } hit && preposition is "on" or "of") site = $" {preposition} {words.Name(hit)}";
        return what + site;
    }

    private string Clash()
    {
        if (trigger.Family == TriggerFamily.Clash)
            return words.Doers is [{ Actor.Attribution: not Attribution.Suspected } one, ..] && words.Against(one) is { } other ? $"clash between {words.Name(one)} and {words.Name(other)}"
                : words.Doers is [{ Actor.Attribution: not Attribution.Suspected } first, { Actor.Attribution: not Attribution.Suspected } second, ..] ? $"clash between {words.Name(first)} and {words.Name(second)}" : "armed clash";
        return Deed(trigger.Family == TriggerFamily.Ambush ? "ambush" : trigger.Family is TriggerFamily.Operation or TriggerFamily.Arrest ? "armed operation" : "attack");
    }

    // "Gunmen kill 3 passengers", "4 labourers killed in shooting", "Attack on reporter"
    private string Deed(string noun)
    {
        var doer = words.Doers is [{ Actor.Attribution: Attribution.Confirmed or Attribution.Unidentified or Attribution.Claimed } known, ..] ? known : null;
        if (doer is not null && Toll(TitleWords.Verb(doer, "kill"), TitleWords.Verb(doer, "injure")) is { } toll) return $"{words.Name(doer)} {toll}";
        var on = words.People is { } person ? " on " + words.Name(person) : words.Site is { } thing ? " on " + words.Name(thing) : "";
        if (Passive() is { } suffered) return $"{suffered} in {noun}{(words.Site is { } site ? " on " + words.Name(site) : "")}";
        if (doer is not null && noun != "armed operation" && on.Length > 0) return $"{words.Name(doer)} {TitleWords.Verb(doer, "attack")}{on[3..]}";
        return noun + (noun == "shooting" ? on.Replace(" on ", " at ", StringComparison.Ordinal) : on);
    }

    private string Abduction()
    {
        var doer = words.Doers is [{ Actor.Attribution: not Attribution.Suspected } known, ..] ? known : null;
        var whom = words.Count(abducted) is { } count ? words.Counted(abducted, count) : words.People is { } taken ? words.Name(taken) : null;
        if (whom is null) return "abduction" + By();
        tollIsTold = words.Count(abducted) is not null && killed is null && injured is null;
        if (doer is not null) return $"{words.Name(doer)} {TitleWords.Verb(doer, "abduct")} {whom}";
        return $"{(whom.All(char.IsDigit) ? whom + " people" : whom)} abducted";
    }

    // "2 relatives arrested": of whose relatives nobody can tell from a line, how many they can.
    private string Held(string count) => words.Counted(arrested, count) is var whom && whom == count ? $"{count} people arrested" : $"{whom} arrested";

    private string? Toll(string kill, string injure)
    {
        var (dead, hurt) = (words.Count(killed), words.Count(injured));
        if (dead is null && hurt is null) return null;
        tollIsTold = true;
        if (dead is null) return $"{injure} {words.Counted(injured, hurt!)}";
        var toll = $"{kill} {words.Counted(killed, dead)}";
        return hurt is null ? toll : $"{toll} and {injure} {(hurt == "1" ? "one" : hurt)}";
    }

    private string? Passive()
    {
        var (dead, hurt) = (words.Count(killed), words.Count(injured));
        if (dead is null && hurt is null) return null;
        tollIsTold = true;
        var (counted, first) = (dead is null ? injured : killed, dead ?? hurt!);
        var whom = words.Counted(counted, first);
        if (whom == first) whom += " people";
        return dead is null ? $"{whom} injured" : hurt is null ? $"{whom} killed" : $"{whom} killed and {hurt} injured";
    }

    private string TollBehind()
    {
        if (tollIsTold) return "";
        List<string> toll = [];
        if (words.Count(killed) is { } dead) toll.Add($"{dead} killed");
        if (words.Count(injured) is { } hurt) toll.Add($"{hurt} injured");
        if (words.Count(abducted) is { } taken && kind.SubType != "Abduction/forced disappearance") toll.Add($"{taken} abducted");
        return toll.Count > 0 ? ": " + string.Join(", ", toll) : "";
    }

    private string Against() => words.People is { } victim ? " against " + words.Name(victim) : "";

    private string By() => words.Doers is [{ Actor.Attribution: not Attribution.Suspected } doer, ..] ? " by " + words.Name(doer) : "";
}
