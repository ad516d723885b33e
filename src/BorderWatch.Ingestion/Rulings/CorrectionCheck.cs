using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Whether a correction can be: each refusal is a sentence that says what to do.</summary>
internal static class CorrectionCheck
{
    private const int MostPeople = 10_000_000;

    private const int LongestReason = 2000;

    /// <summary>Null where the values, the reason and the field fit together.</summary>
    /// <param name="correction">As it came.</param>
    /// <param name="today">The day, UTC: nothing has happened on a later one.</param>
    public static string? Of(Correction correction, DateOnly today)
    {
        if (correction.Reason?.Length > LongestReason) return $"The reason is {correction.Reason.Length} characters long; use at most {LongestReason}.";
        if (correction.Field is ClaimField.Reaction) return "A reaction is no value of an incident: it cannot be ruled on.";
        if (correction.Values.Count == 0) return correction.Field is ClaimField.Title or ClaimField.Kind ? $"An incident needs {FieldWords.Of(correction.Field)}: give it." : null;
        if (correction.Field is not ClaimField.Actor && correction.Values.Count > 1) return $"Give one value for {FieldWords.Of(correction.Field)}.";
        return correction.Values.Select(value => Of(correction.Field, value, today)).FirstOrDefault(sentence => sentence is not null);
    }

    /// <summary>Null where the quote stands in an article that reports the incident, exactly so.</summary>
    public static async Task<string?> OfQuoteAsync(BorderWatchDbContext db, Correction correction, CancellationToken cancellation)
    {
        if (correction.Quote is not { } quote) return null;
        var revision = await db.ArticleRevisions.AsNoTracking()
            .Where(r => r.Id == quote.ArticleRevisionId && db.Reports.Any(report => report.ArticleId == r.ArticleId && report.IncidentId == correction.IncidentId))
            .Select(r => new { r.Title, r.Text }).FirstOrDefaultAsync(cancellation);
        if (revision is null) return "The quoted article does not report this incident: quote one that does.";
        var text = quote.InTitle ? revision.Title : revision.Text;
        return quote.Start >= 0 && quote.Start < quote.End && quote.End <= text.Length && text.AsSpan(quote.Start, quote.End - quote.Start).SequenceEqual(quote.Words)
            ? null : "The quoted words do not stand there in the article: select them again.";
    }

    private static string? Of(ClaimField field, ClaimValue value, DateOnly today) => (field, value) switch
    {
        (ClaimField.Killed or ClaimField.Injured or ClaimField.Abducted, ClaimValue.Casualties count) => Of(count),
        (ClaimField.Title, ClaimValue.Text title) => Name(title.Words, "title", 300),
        (ClaimField.Weapon, ClaimValue.Text weapon) => Name(weapon.Words, "weapon", 200),
        (ClaimField.Kind, ClaimValue.Kind kind) => EventTaxonomy.Has(kind.EventType, kind.SubEventType) ? null : $"“{kind.EventType} / {kind.SubEventType}” is no event type of ACLED's: choose one of the list.",
        (ClaimField.Occurred, ClaimValue.Occurred day) => Of(day, today),
        (ClaimField.Place, ClaimValue.Place place) => Of(place),
        (ClaimField.Actor, ClaimValue.Actor actor) => Name(actor.Name, "actor", 300) ?? CountryCode(actor.CountryCode),
        _ => $"This is no value for {FieldWords.Of(field)}.",
    };

    private static string? Of(ClaimValue.Casualties count)
    {
        var said = new[] { count.Low, count.Best, count.High }.OfType<int>().ToList();
        if (said.Count == 0) return "Give a number, or say that nothing is known.";
        if (said.Exists(n => n is < 0 or > MostPeople)) return $"A number of people is from 0 to {MostPeople:N0}.";
        return said.SequenceEqual(said.Order()) ? null : "The lowest number comes first, then the likeliest, then the highest.";
    }

    private static string? Of(ClaimValue.Occurred day, DateOnly today) => day switch
    {
        { From: null } or { To: null } => "Give the first and the last day that it can have happened, or say that nothing is known.",
        _ when day.From > day.To => "The first day comes before the last.",
        _ when day.From > today.AddDays(1) => "It has not happened yet: the day lies in the future.",
        _ => null,
    };

    private static string? Of(ClaimValue.Place place) =>
        (place.Latitude is null) != (place.Longitude is null) || place.Latitude is < -90 or > 90 || place.Longitude is < -180 or > 180
            ? "Coordinates are a latitude from -90 to 90 and a longitude from -180 to 180, both or none."
            : Name(place.Name, "place", 300) ?? CountryCode(place.CountryCode);

    private static string? Name(string? name, string of, int most) => name?.Trim() switch
    {
        null or "" => $"Give the {of} a name.",
        { Length: var length } when length > most => $"The {of} is {length} characters long; use at most {most}.",
        var words when words.Any(char.IsControl) => $"The {of} holds a control character; type it anew.",
        _ => null,
    };

    private static string? CountryCode(string? code) =>
        code is null || (code.Length == 2 && code.All(char.IsAsciiLetterUpper)) ? null : $"“{code}” is no country code; use two letters, such as TJ.";
}
