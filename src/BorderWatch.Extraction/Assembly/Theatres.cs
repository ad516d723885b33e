using System.Globalization;
using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// Knows whom "the rebels" can only mean where and when it happened: theatres.tsv. What it concludes is a suspicion, shown
/// beside the words that the text uses.
/// </summary>
internal static class Theatres
{
    private sealed record Theatre(string Group, ActorKind Kind, string Country, HashSet<string> Provinces, HashSet<string> Words, int From, int To);

    private static readonly ILookup<string, Theatre> ByCountry = Lexicon.Rows("theatres.tsv")
        .Select(row => new Theatre(row[0], Enum.Parse<ActorKind>(row[1], ignoreCase: true), row[2], [.. row[3].Split('|', StringSplitOptions.RemoveEmptyEntries)],
            [.. row[4].Split('|')], Year(row[5], 0), Year(row[6], 9999)))
        .ToLookup(theatre => theatre.Country);

    /// <summary>The groups behind those of the players whom the text names by their kind alone.</summary>
    public static IEnumerable<RolePlayer> Conclude(IncidentDraft draft, List<RolePlayer> players, ExtractedPlace? place, DateOnly? day)
    {
        if (place?.Country is not { } country || players.Exists(p => p.Mention is { Sort: ActorSort.NamedGroup, IsParty: false, Kind: ActorKind.Rebel or ActorKind.Militia } && !IsGeneric(p, country))) yield break;
        foreach (var player in players.OrderBy(p => p.Actor.Role).Concat(Unplaced(draft, players)))
        {
            foreach (var theatre in ByCountry[country])
            {
                if (day is { Year: var year } && (year < theatre.From || year > theatre.To)) continue;
                if (theatre.Provinces.Count > 0 && (place.Admin1 is null || !theatre.Provinces.Contains(place.Admin1))) continue;
                if (!Names(player, theatre.Words)) continue;
                yield return player with { Actor = new ExtractedActor(theatre.Group, player.Actor.Role, Attribution.Suspected, theatre.Kind, country) };
                yield break;
            }
        }
    }

    // "After reports of separatist militants hiding there": named in the incident's sentences, though no verb gives them a part.
    private static IEnumerable<RolePlayer> Unplaced(IncidentDraft draft, List<RolePlayer> players)
    {
        var role = players.Find(p => p.Mention is { Sort: ActorSort.Generic, Kind: ActorKind.Rebel })?.Actor.Role ?? ActorRole.Perpetrator;
        return draft.Mentions.SelectMany(m => m.Facts.Actors)
            .Where(a => a is { IsSource: false, Sort: ActorSort.Generic, Kind: ActorKind.Rebel })
            .Select(a => new RolePlayer(a, new ExtractedActor(a.Name, role, Attribution.Suspected, a.Kind, a.CountryCode), a.Span, a.InTitle));
    }

    // "Taliban" in Pakistan is read as a name, and yet means another group.
    private static bool IsGeneric(RolePlayer player, string country) =>
        ByCountry[country].Any(theatre => theatre.Words.Contains(player.Actor.Name.ToLowerInvariant()));

    private static bool Names(RolePlayer player, HashSet<string> words)
    {
        if (player.Mention is not { Sort: ActorSort.Generic or ActorSort.NamedGroup }) return false;
        var name = player.Actor.Name.ToLowerInvariant();
        if (words.Contains(name)) return true;
        foreach (var word in name.Split(' '))
            if (words.Contains(word)) return true;
        return false;
    }

    private static int Year(string cell, int otherwise) => cell.Length == 0 ? otherwise : int.Parse(cell, CultureInfo.InvariantCulture);
}
