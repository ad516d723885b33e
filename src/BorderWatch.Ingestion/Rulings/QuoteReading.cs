using BorderWatch.Extraction;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Store;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Precision = BorderWatch.Store.Incidents.PlacePrecision;

namespace BorderWatch.Ingestion.Rulings;

/// <inheritdoc cref="IQuoteReading"/>
internal sealed class QuoteReading(IDbContextFactory<BorderWatchDbContext> contexts) : IQuoteReading
{
    private const int MostPlaces = 12;

    public async Task<IReadOnlyList<ClaimValue>> ReadAsync(ClaimField field, RulingQuote quote, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var read = await (
            from revision in db.ArticleRevisions
            where revision.Id == quote.ArticleRevisionId
            join article in db.Articles on revision.ArticleId equals article.Id
            join source in db.Sources on article.SourceId equals source.Id
            select new { revision.Title, revision.Text, article.PublishedAt, source.Name, source.CountryCode }).FirstOrDefaultAsync(cancellation);
        if (read is null) return [];
        SelectedWords words = new(DraftReading.ArticleOf(read.Title, read.Text, read.PublishedAt, read.Name, read.CountryCode));
        TextSpan span = new(quote.Start, quote.End);
        return field switch
        {
            ClaimField.Killed or ClaimField.Injured or ClaimField.Abducted =>
                words.People(span, quote.InTitle) is { } range ? [new ClaimValue.Casualties(range.Low, range.Best, range.High)] : [],
            ClaimField.Occurred => words.Day(span, quote.InTitle) is { } day ? [new ClaimValue.Occurred(day.From, day.To, (TimePrecision)day.Precision)] : [],
            ClaimField.Place => [.. words.Places(span, quote.InTitle).Take(MostPlaces).Select(Place)],
            ClaimField.Actor => [new ClaimValue.Actor(quote.Words.Trim(), ActorRole.Perpetrator, Attribution.Confirmed, ActorKind.Unknown, null)],
            ClaimField.Weapon or ClaimField.Title => [new ClaimValue.Text(quote.Words.Trim())],
            _ => [],
        };
    }

    public IReadOnlyList<ClaimValue.Place> Places(string name, int most) => [.. Gazetteer.Shared.Find(name).Take(most).Select(Place)];

    private static ClaimValue.Place Place(ExtractedPlace place) =>
        new(place.Name, place.Admin2, place.Admin1, place.Country, place.Latitude, place.Longitude, (Precision)place.Precision, place.GeonameId);
}
