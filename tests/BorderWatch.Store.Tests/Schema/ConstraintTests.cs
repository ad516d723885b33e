using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Tags;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BorderWatch.Store.Tests.Schema;

public sealed class ConstraintTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly byte[] Hash = new byte[32];

    public static TheoryData<string> Breaches => [.. Cases.Keys];

    private static readonly Dictionary<string, (string Constraint, Action<BorderWatchDbContext, Incident, Article> Break)> Cases = new()
    {
        ["best below low"] = ("ck_incidents_killed", (_, i, _) => i.Killed = new(3, 2, null)),
        ["high below best"] = ("ck_incidents_injured", (_, i, _) => i.Injured = new(null, 5, 4)),
        ["high below low"] = ("ck_incidents_abducted", (_, i, _) => i.Abducted = new(5, null, 4)),
        ["negative count"] = ("ck_incidents_killed", (_, i, _) => i.Killed = new(-1, null, null)),
        ["event type of nobody's"] = ("ck_incidents_event_type", (_, i, _) => i.EventType = "Skirmish"),
        ["ends before it begins"] = ("ck_incidents_occurred", (_, i, _) => i.OccurredTo = i.OccurredFrom!.Value.AddDays(-1)),
        ["confidence above one"] = ("ck_incidents_confidence", (_, i, _) => i.Confidence = 1.1),
        ["place without precision"] = ("ck_incidents_place", (db, i, _) => { var p = Place(); db.Add(p); i.PlaceId = p.Id; }
        ),
        ["country in words"] = ("ck_places_country", (db, _, _) => db.Add(Place(country: "tj"))),
        ["latitude above the pole"] = ("ck_places_latitude", (db, _, _) => db.Add(Place(90.1, 0))),
        ["longitude round the world"] = ("ck_places_longitude", (db, _, _) => db.Add(Place(0, 180.1))),
        ["half a coordinate"] = ("ck_places_coordinates", (db, _, _) => db.Add(Place(1, null))),
        ["place twice"] = ("ix_places_key", (db, _, _) => db.AddRange(Place(), Place())),
        ["actor twice"] = ("ix_actors_name_key", (db, _, _) => db.AddRange(Guards(), Guards())),
        ["source name in other case"] = ("ix_sources_name", (db, _, _) => db.AddRange(Feed("Wire", "https://a.example"), Feed("WIRE", "https://b.example"))),
        ["feed twice"] = ("ix_sources_feed_url", (db, _, _) => db.AddRange(Feed("One", "https://a.example"), Feed("Two", "https://a.example"))),
        ["tag in other case"] = ("ix_tags_name", (db, _, _) => db.AddRange(new Tag { Name = "water" }, new Tag { Name = "Water" })),
        ["synonym in other case"] = ("ix_tag_synonyms_name", (db, _, _) =>
        {
            var tag = new Tag { Name = "water" };
            tag.Synonyms.AddRange([new TagSynonym { TagId = tag.Id, Name = "river" }, new TagSynonym { TagId = tag.Id, Name = "River" }]);
            db.Add(tag);
        }
        ),
        ["region in other case"] = ("ix_regions_name", (db, _, _) => db.AddRange(new Region { Name = "Pamir" }, new Region { Name = "PAMIR" })),
        ["country twice in a region"] = ("ix_region_areas_region_id_country_code_admin1_admin2", (db, _, _) =>
        {
            var region = new Region { Name = "Twice" };
            region.Areas.AddRange([new RegionArea { RegionId = region.Id, CountryCode = "TJ" }, new RegionArea { RegionId = region.Id, CountryCode = "TJ" }]);
            db.Add(region);
        }
        ),
        ["article's address twice"] = ("ix_articles_source_id_canonical_url", (db, _, a) => db.Add(new Article { SourceId = a.SourceId, CanonicalUrl = a.CanonicalUrl })),
        ["article's feed id twice"] = ("ix_articles_source_id_feed_item_id", (db, _, a) => db.AddRange(
            new Article { SourceId = a.SourceId, FeedItemId = "7" }, new Article { SourceId = a.SourceId, FeedItemId = "7" })),
        ["revision number twice"] = ("ix_article_revisions_article_id_number", (db, _, a) => db.Add(Text(a, 1, Hash))),
        ["hash of another kind"] = ("ck_article_revisions_content_hash", (db, _, a) => db.Add(Text(a, 2, new byte[20]))),
        ["empty quote"] = ("ck_claims_quote", (db, i, _) => db.Add(Story.Claim(i.Reports[0], ClaimField.Weapon, new ClaimValue.Text("bomb"), "", 4))),
        ["value of no kind"] = ("ck_claims_value", (db, i, _) => db.Add(new Claim
        {
            ReportId = i.Reports[0].Id,
            Field = ClaimField.Weapon,
            Value = "{}",
            Quote = "bomb",
            QuoteEnd = 4,
            Extractor = "rules/1",
        })),
        ["claims keep their report"] = ("fk_claims_reports_report_id", (db, i, _) => db.Remove(i.Reports[0])),
        ["revisions keep their article"] = ("fk_article_revisions_articles_article_id", (db, _, a) => { db.ChangeTracker.Clear(); db.Remove(a); }
        ),
        ["reports keep their revision"] = ("fk_reports_article_revisions_article_revision_id", (db, i, _) =>
        {
            db.ChangeTracker.Clear();
            db.Remove(Text(new() { Id = i.Reports[0].ArticleId }, 1, Hash, i.Reports[0].ArticleRevisionId));
        }
        ),
        ["unknown source"] = ("fk_articles_sources_source_id", (db, _, _) => db.Add(new Article { SourceId = Guid.NewGuid() })),
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public async Task Breach_IsRefused(string name)
    {
        var (constraint, breach) = Cases[name];
        var story = new Story();
        var told = story.Report(story.Incident("Clash"), story.Source("Outlet"), "Title", "A bomb.");
        told.Claims.Add(Story.Claim(told, ClaimField.Weapon, new ClaimValue.Text("bomb"), "bomb", 2));
        await TellAsync(story);
        await using var db = Open();
        var incident = await db.Incidents.Include(i => i.Reports).SingleAsync(Cancellation);

        breach(db, incident, await db.Articles.SingleAsync(Cancellation));
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));

        Assert.Equal(constraint, Assert.IsType<PostgresException>(refused.InnerException).ConstraintName);
    }

    [Fact]
    public async Task ArticlesWithoutAddress_CanBeMany()
    {
        await using var db = Open();
        db.AddRange(new Article { SourceId = Source.PastedId }, new Article { SourceId = Source.PastedId });

        Assert.Equal(2, await db.SaveChangesAsync(Cancellation));
    }

    private static Store.Places.Place Place(double? latitude = null, double? longitude = null, string? country = null) =>
        new() { Name = "Panj", Key = "panj", CountryCode = country, Latitude = latitude, Longitude = longitude };

    private static Store.Actors.Actor Guards() => new() { Name = "Guards", NameKey = "guards" };

    private static Source Feed(string name, string address) => new() { Name = name, FeedUrl = address };

    private static ArticleRevision Text(Article article, int number, byte[] hash, Guid? id = null) =>
        new() { Id = id ?? Guid.CreateVersion7(), ArticleId = article.Id, Number = number, Title = "", Text = "x", Language = "en", ContentHash = hash };
}
