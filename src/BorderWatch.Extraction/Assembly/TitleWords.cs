using System.Globalization;
using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>The parts of speech of a title: who, whom, how many, where.</summary>
internal sealed class TitleWords(List<RolePlayer> players, ArticleFacts article)
{
    private static readonly HashSet<string> Vehicles = ["car", "van", "bus", "minibus", "truck", "lorry", "vehicle", "vehicles", "convoy", "motorcycle", "motorbike", "train", "tanker", "pickup", "jeep", "rickshaw", "taxi", "patrol", "boat", "ship", "plane", "aircraft", "helicopter", "track", "tracks", "pipeline"];

    /// <summary>Those who did it, as far as the text says who.</summary>
    public List<RolePlayer> Doers { get; } = players.FindAll(p => p.Actor.Role == ActorRole.Perpetrator && !CastReview.IsBare(p.Actor.Name));

    /// <summary>The first of those who were hit that the text says more of than their number.</summary>
    public RolePlayer? People { get; } = players.Find(p => p.Actor.Role == ActorRole.Target && p.Mention?.Sort != ActorSort.Institution && !CastReview.IsBare(p.Actor.Name));

    /// <summary>Who fought against somebody: soldiers do not fight soldiers of their own.</summary>
    public RolePlayer? Against(RolePlayer doer) => players.Find(p => p.Actor.Role == ActorRole.Target && p.Mention?.Sort is not (ActorSort.Institution or ActorSort.Person) && !CastReview.IsBare(p.Actor.Name)
        && ((p.Actor.Kind == ActorKind.State) != (doer.Actor.Kind == ActorKind.State) || p.Actor.CountryCode is not null && doer.Actor.CountryCode is not null && p.Actor.CountryCode != doer.Actor.CountryCode));

    /// <summary>The building, vehicle or organisation that was hit.</summary>
    public RolePlayer? Site { get; } = players.Find(p => p.Actor.Role == ActorRole.Target && p.Mention?.Sort == ActorSort.Institution);

    /// <summary>The police or soldiers who acted.</summary>
    public RolePlayer? Force { get; } = players.Find(p => p.Actor is { Kind: ActorKind.State, Role: ActorRole.Perpetrator or ActorRole.Responder } && IsPlural(p));

    /// <summary>The name as it stands inside a line: no bracketed acronym, small where it is no name.</summary>
    public string Name(RolePlayer player)
    {
        var name = player.Actor.Name;
        // "Front of the North (FON)": the letters are enough.
        if (player.Mention?.Sort is ActorSort.NamedGroup or ActorSort.Force && name.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at && name.EndsWith(')') && name[(at + 2)..^1] is var letters && letters.Skip(1).Any(char.IsUpper) && !letters.Contains(' ')) return letters;
        return IsLargeByPosition(player, name) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    // The first word of a sentence or headline is written large whatever it is; a name goes on large: "Hangu mosque", but "tribal elder".
    private bool IsLargeByPosition(RolePlayer player, string name)
    {
        if (player.Mention is not { Sort: not ActorSort.NamedGroup } mention || player.Actor.CountryCode is not null) return false;
        // The headline's "Tribal elder" is the body's "a tribal elder".
        if (mention.Words.Contains(char.ToLowerInvariant(name[0]) + name[1..], StringComparison.Ordinal)) return true;
        if (!mention.Words.StartsWith(name, StringComparison.Ordinal) || !article.SentenceStarts.Contains((mention.InTitle, mention.Span.Start))) return false;
        var words = name.Split(' ');
        if (words.Skip(1).Any(word => word.Length > 0 && char.IsUpper(word[0])) || words[0].Skip(1).Any(char.IsUpper)) return false;
        // One word may be all of a man's name.
        if (mention.Sort == ActorSort.Person && words.Length == 1) return false;
        return !article.NamesInside.Contains(words[0]) && !article.Sentences[mention.SentenceIndex].Places.Exists(place => place.Start == mention.Span.Start);
    }

    /// <summary>How many, in few words; null where the text gives no number or nought.</summary>
    public string? Count(CountedCasualties? counted) => counted?.Range switch
    {
        null or { High: 0 } or { Low: null, Best: null, High: null } => null,
        { Best: { } best, Low: { } low, High: { } high } when low < best || best < high => Invariant($"{low}–{high}"),
        { Best: { } best, Low: null, High: null } => Invariant($"about {best}"),
        { Best: { } best } => Invariant($"{best}"),
        { Low: { } low, High: { } high } => Invariant($"{low}–{high}"),
        { Low: { } low } => Invariant($"at least {low}"),
        { High: { } high } => Invariant($"up to {high}"),
    };

    /// <summary>"3 engineers", "aide" for one of them, "one person"; the number alone where the text calls them nothing.</summary>
    public string Counted(CountedCasualties? counted, string count)
    {
        var noun = Noun(counted, count);
        return count != "1" ? count + noun : noun.Length > 0 ? noun[1..] : "one person";
    }

    // With a space before it, where all of those counted are called so; empty where the text does not say.
    private string Noun(CountedCasualties? counted, string count)
    {
        if (counted?.Mentions is not [{ Victims: { } victims }]) return "";
        var who = players.Find(p => p.Actor.Role == ActorRole.Target && p.Mention is { Sort: not (ActorSort.Institution or ActorSort.Person or ActorSort.NamedGroup) }
            && p.Actor.Name.Split(' ')[^1].Equals(victims.Head, StringComparison.OrdinalIgnoreCase));
        if (who is null || CastReview.IsBare(who.Actor.Name) || IsPlural(who) == (count == "1") || who.Actor.Name.Split(' ') is not [.., { Length: > 1 } last] words || words.Length > 4 || char.IsUpper(last[0])) return "";
        return " " + Name(who);
    }

    /// <summary>"kill" or "kills", as the doer wants it.</summary>
    public static string Verb(RolePlayer doer, string verb) => IsPlural(doer) ? verb : verb + "s";

    public static bool IsPlural(RolePlayer player)
    {
        if (player.Mention?.Sort is ActorSort.NamedGroup or ActorSort.Person) return player.Actor.Name == "Taliban";
        var last = player.Actor.Name.Split(' ')[^1].ToLowerInvariant();
        return last is "police" or "people" or "troops" or "personnel" or "children" || last.EndsWith("men", StringComparison.Ordinal) || last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal);
    }

    public static bool IsVehicle(RolePlayer thing) => Vehicles.Contains(thing.Actor.Name.Split(' ')[^1].ToLowerInvariant());

    /// <summary>" in Hangu, Khyber Pakhtunkhwa", " on the Afghanistan–Tajikistan border"; empty where nobody knows.</summary>
    public static string Where(ExtractedPlace? place)
    {
        if (place is null) return "";
        if (place.Precision == PlacePrecision.Border) return $" on the {place.Name}";
        var within = place.Admin1 is { } admin1 && !place.Name.Contains(admin1, StringComparison.OrdinalIgnoreCase) ? $", {admin1}" : "";
        if (place.Name.StartsWith("Line of", StringComparison.Ordinal)) return $" on the {place.Name}";
        return $" {(place.Precision == PlacePrecision.Near ? "near" : "in")} {place.Name}{within}";
    }

    public static string Capital(string line) => line.Length == 0 ? line : char.ToUpperInvariant(line[0]) + line[1..];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
