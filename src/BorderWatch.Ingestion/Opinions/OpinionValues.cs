using System.Globalization;
using System.Text.RegularExpressions;
using BorderWatch.Extraction;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Text;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>What of an answer holds, and why the rest does not.</summary>
/// <param name="Kept">Values whose quotes stand in the article and say them, with the number of the model's incident.</param>
/// <param name="Dropped">How many do not hold.</param>
/// <param name="Why">A line for each of the first of these; none of the model's words.</param>
internal sealed record CheckedAnswer(IReadOnlyList<(int Incident, DraftClaim Claim)> Kept, int Dropped, IReadOnlyList<string> Why);

/// <summary>
/// Believes a model nothing but where to look: its quote must stand in the article, and the value is what our own readers read in the quote. Numbers, days and
/// places are theirs; a place is the gazetteer's, never coordinates of the model; names and means are the article's own letters.
/// </summary>
internal sealed partial class OpinionValues(ArticleText article)
{
    /// <summary>The fields as they are asked for.</summary>
    public static readonly string[] Fields = ["type", "date", "place", "killed", "injured", "abducted", "perpetrator", "target", "weapon"];

    /// <summary>A longer one quotes the article, not the value.</summary>
    private const int LongestQuote = 400;

    private const int LongestName = 200;

    private const int MostReasons = 20;

    private readonly QuoteSearch _text = new(article.Text);

    private readonly QuoteSearch? _title = article.Title is { Length: > 0 } title ? new QuoteSearch(title) : null;

    private readonly SelectedWords _words = new(article);

    /// <summary>Checks every value.</summary>
    public CheckedAnswer Check(IReadOnlyList<GivenValue> given)
    {
        List<(int Incident, DraftClaim Claim)> kept = [];
        List<string> why = [];
        foreach (var value in given)
        {
            var (claim, fault) = Check(value);
            if (claim is null) why.Add($"{(Fields.Contains(value.Field) ? value.Field : "an unknown field")}: {fault}");
            else if (!kept.Contains((value.Incident, claim))) kept.Add((value.Incident, claim));
        }
        return new(kept, why.Count, [.. why.Take(MostReasons)]);
    }

    private (DraftClaim? Claim, string? Fault) Check(GivenValue given)
    {
        if (!Fields.Contains(given.Field)) return (null, "it was not asked for");
        if (given.Quote.Length > LongestQuote) return (null, $"the quote is longer than {LongestQuote} characters");
        var (span, inTitle) = _text.Find(given.Quote) is { } body ? (body, false) : (_title?.Find(given.Quote), true);
        if (span is not { } at) return (null, "the quoted words do not stand in the article");
        var (field, value, fault) = Read(given, at, inTitle);
        return value is null ? (null, fault) : (new DraftClaim(field, value, (inTitle ? article.Title! : article.Text)[at.Start..at.End], at.Start, at.End, inTitle), null);
    }

    private (ClaimField Field, ClaimValue? Value, string Fault) Read(GivenValue given, TextSpan quote, bool inTitle) => given.Field switch
    {
        "type" => (ClaimField.Kind, EventTypology.TypeOf(given.Value) is { } type ? new ClaimValue.Kind(type, given.Value) : null, "it is no type of the list"),
        "date" => (ClaimField.Occurred, Day(given.Value, quote, inTitle), "the quoted words do not name that day"),
        "place" => (ClaimField.Place, Place(given.Value, quote, inTitle), "no place of that name is known, or it does not stand in the quoted words"),
        "killed" => (ClaimField.Killed, People(given.Value, quote, inTitle), NoNumber),
        "injured" => (ClaimField.Injured, People(given.Value, quote, inTitle), NoNumber),
        "abducted" => (ClaimField.Abducted, People(given.Value, quote, inTitle), NoNumber),
        // Who says that it was they, a reader of the quote judges: more than "suspected" is not ours to say.
        "perpetrator" => (ClaimField.Actor, Actor(given.Value, quote, inTitle, ActorRole.Perpetrator, Attribution.Suspected), NoName),
        "target" => (ClaimField.Actor, Actor(given.Value, quote, inTitle, ActorRole.Target, Attribution.Confirmed), NoName),
        _ => (ClaimField.Weapon, Name(given.Value, quote, inTitle) is { } means ? new ClaimValue.Text(Own(means, inTitle)) : null, NoName),
    };

    private const string NoNumber = "the quoted words do not hold that number";

    private const string NoName = "it does not stand in the quoted words";

    private ClaimValue.Casualties? People(string value, TextSpan quote, bool inTitle)
    {
        var said = Numbers().Matches(value).Select(match => int.TryParse(match.Value.Replace(",", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        if (said.Count is 0 or > 2 || said.Contains(-1)) return null;
        var read = _words.People(quote, inTitle) is { } first ? _words.Quantities(quote, inTitle).Append(first) : [];
        return read.Where(range => Is(range, said)).Select(range => new ClaimValue.Casualties(range.Low, range.Best, range.High)).FirstOrDefault();
    }

    private static bool Is(CasualtyRange range, List<int> said) => said is [var low, var high]
        ? range.Low == low && range.High == high
        : range.Best == said[0] || (range.Best is null && (range.Low == said[0] || range.High == said[0]));

    private ClaimValue.Occurred? Day(string value, TextSpan quote, bool inTitle)
    {
        var days = value.Split('/').Select(part => DateOnly.TryParseExact(part.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).ToList();
        if (days.Count > 2 || days.Contains(null) || _words.Day(quote, inTitle) is not { From: { } from } read) return null;
        var to = read.To ?? from;
        return from <= days[0] && days[^1] <= to && days[0] <= days[^1] ? new ClaimValue.Occurred(from, to, (TimePrecision)read.Precision) : null;
    }

    private ClaimValue.Place? Place(string value, TextSpan quote, bool inTitle) =>
        Name(value, quote, inTitle) is { } name && _words.Places(name, inTitle).FirstOrDefault() is { } place
            ? new ClaimValue.Place(place.Name, place.Admin2, place.Admin1, place.Country, place.Latitude, place.Longitude, (PlacePrecision)place.Precision, place.GeonameId) : null;

    private ClaimValue.Actor? Actor(string value, TextSpan quote, bool inTitle, ActorRole role, Attribution attribution) =>
        Name(value, quote, inTitle) is { } name ? new ClaimValue.Actor(Own(name, inTitle), role, attribution, ActorKind.Unknown, null) : null;

    private TextSpan? Name(string value, TextSpan quote, bool inTitle) =>
        value.Length is 0 or > LongestName ? null : (inTitle ? _title! : _text).Find(value, quote, StringComparison.OrdinalIgnoreCase);

    // The article's own letters, with single spaces.
    private string Own(TextSpan span, bool inTitle) => string.Join(' ', (inTitle ? article.Title! : article.Text)[span.Start..span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\d[\d,]*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
