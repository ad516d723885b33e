using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(InitialSql.BeforeTables);

            migrationBuilder.CreateTable(
                name: "actors",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    name_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actors", x => x.id);
                    table.CheckConstraint("ck_actors_country", "country_code ~ '^[A-Z]{2}$'");
                });

            migrationBuilder.CreateTable(
                name: "places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    admin2 = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    admin1 = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    geoname_id = table.Column<long>(type: "bigint", nullable: true),
                    key = table.Column<string>(type: "character varying(700)", maxLength: 700, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => x.id);
                    table.CheckConstraint("ck_places_coordinates", "(latitude IS NULL) = (longitude IS NULL)");
                    table.CheckConstraint("ck_places_country", "country_code ~ '^[A-Z]{2}$'");
                    table.CheckConstraint("ck_places_latitude", "latitude BETWEEN -90 AND 90");
                    table.CheckConstraint("ck_places_longitude", "longitude BETWEEN -180 AND 180");
                });

            migrationBuilder.CreateTable(
                name: "regions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_type = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    changes = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    feed_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    poll_interval = table.Column<TimeSpan>(type: "interval", nullable: false),
                    etag = table.Column<string>(type: "text", nullable: true),
                    last_modified = table.Column<string>(type: "text", nullable: true),
                    last_polled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_succeeded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    consecutive_failures = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => x.id);
                    table.CheckConstraint("ck_sources_country", "country_code ~ '^[A-Z]{2}$'");
                    table.CheckConstraint("ck_sources_poll_interval", "poll_interval > interval '0'");
                });

            migrationBuilder.CreateTable(
                name: "tags",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tags", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "actor_aliases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    name_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_aliases", x => x.id);
                    table.ForeignKey(
                        name: "fk_actor_aliases_actors_actor_id",
                        column: x => x.actor_id,
                        principalTable: "actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    event_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sub_event_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    occurred_from = table.Column<DateOnly>(type: "date", nullable: true),
                    occurred_to = table.Column<DateOnly>(type: "date", nullable: true),
                    time_precision = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    timeline_date = table.Column<DateOnly>(type: "date", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place_precision = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    weapon = table.Column<string>(type: "text", nullable: true),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    has_conflict = table.Column<bool>(type: "boolean", nullable: false),
                    report_count = table.Column<int>(type: "integer", nullable: false),
                    source_count = table.Column<int>(type: "integer", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    admin1 = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    first_reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    abducted_best = table.Column<int>(type: "integer", nullable: true),
                    abducted_high = table.Column<int>(type: "integer", nullable: true),
                    abducted_low = table.Column<int>(type: "integer", nullable: true),
                    injured_best = table.Column<int>(type: "integer", nullable: true),
                    injured_high = table.Column<int>(type: "integer", nullable: true),
                    injured_low = table.Column<int>(type: "integer", nullable: true),
                    killed_best = table.Column<int>(type: "integer", nullable: true),
                    killed_high = table.Column<int>(type: "integer", nullable: true),
                    killed_low = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incidents", x => x.id);
                    table.CheckConstraint("ck_incidents_abducted", "abducted_low >= 0 AND abducted_best >= 0 AND abducted_high >= 0 AND abducted_low <= abducted_best AND abducted_best <= abducted_high AND abducted_low <= abducted_high");
                    table.CheckConstraint("ck_incidents_confidence", "confidence BETWEEN 0 AND 1");
                    table.CheckConstraint("ck_incidents_event_type", "event_type IN ('Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Protests', 'Riots', 'Strategic developments')");
                    table.CheckConstraint("ck_incidents_injured", "injured_low >= 0 AND injured_best >= 0 AND injured_high >= 0 AND injured_low <= injured_best AND injured_best <= injured_high AND injured_low <= injured_high");
                    table.CheckConstraint("ck_incidents_killed", "killed_low >= 0 AND killed_best >= 0 AND killed_high >= 0 AND killed_low <= killed_best AND killed_best <= killed_high AND killed_low <= killed_high");
                    table.CheckConstraint("ck_incidents_occurred", "occurred_from <= occurred_to");
                    table.CheckConstraint("ck_incidents_place", "place_id IS NULL OR place_precision IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_incidents_places_place_id",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "region_areas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<Guid>(type: "uuid", nullable: false),
                    country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    admin1 = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_areas", x => x.id);
                    table.CheckConstraint("ck_region_areas_country", "country_code ~ '^[A-Z]{2}$'");
                    table.ForeignKey(
                        name: "fk_region_areas_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    canonical_url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    feed_item_id = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    outcome_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.id);
                    table.ForeignKey(
                        name: "fk_articles_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "incident_actors",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    attribution = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_actors", x => new { x.incident_id, x.actor_id, x.role });
                    table.ForeignKey(
                        name: "fk_incident_actors_actors_actor_id",
                        column: x => x.actor_id,
                        principalTable: "actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incident_actors_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incident_tags",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_tags", x => new { x.incident_id, x.tag_id });
                    table.ForeignKey(
                        name: "fk_incident_tags_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_incident_tags_tags_tag_id",
                        column: x => x.tag_id,
                        principalTable: "tags",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    author = table.Column<string>(type: "text", nullable: true),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    fetched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_article_revisions", x => x.id);
                    table.CheckConstraint("ck_article_revisions_content_hash", "length(content_hash) = 32");
                    table.CheckConstraint("ck_article_revisions_number", "number >= 1");
                    table.ForeignKey(
                        name: "fk_article_revisions_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    match_score = table.Column<double>(type: "double precision", nullable: true),
                    match_reason = table.Column<string>(type: "text", nullable: true),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                    table.CheckConstraint("ck_reports_confidence", "confidence BETWEEN 0 AND 1");
                    table.CheckConstraint("ck_reports_match_score", "match_score BETWEEN 0 AND 1");
                    table.CheckConstraint("ck_reports_ordinal", "ordinal >= 0");
                    table.ForeignKey(
                        name: "fk_reports_article_revisions_article_revision_id",
                        column: x => x.article_revision_id,
                        principalTable: "article_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reports_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reports_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "jsonb", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: false),
                    quote_start = table.Column<int>(type: "integer", nullable: false),
                    quote_end = table.Column<int>(type: "integer", nullable: false),
                    in_title = table.Column<bool>(type: "boolean", nullable: false),
                    extractor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => x.id);
                    table.CheckConstraint("ck_claims_quote", "quote <> '' AND quote_start >= 0 AND quote_end > quote_start");
                    table.CheckConstraint("ck_claims_value", "value ? 'is'");
                    table.ForeignKey(
                        name: "fk_claims_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_actor_aliases_actor_id",
                table: "actor_aliases",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "ix_actor_aliases_name_key",
                table: "actor_aliases",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actor_aliases_name_key_trigrams",
                table: "actor_aliases",
                column: "name_key")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_actors_name_key",
                table: "actors",
                column: "name_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_actors_name_key_trigrams",
                table: "actors",
                column: "name_key")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_article_revisions_article_id_number",
                table: "article_revisions",
                columns: new[] { "article_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_article_revisions_content_hash",
                table: "article_revisions",
                column: "content_hash");

            migrationBuilder.CreateIndex(
                name: "ix_articles_canonical_url",
                table: "articles",
                column: "canonical_url");

            migrationBuilder.CreateIndex(
                name: "ix_articles_source_id_canonical_url",
                table: "articles",
                columns: new[] { "source_id", "canonical_url" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_source_id_feed_item_id",
                table: "articles",
                columns: new[] { "source_id", "feed_item_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_source_id_first_seen_at",
                table: "articles",
                columns: new[] { "source_id", "first_seen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_claims_report_id",
                table: "claims",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_incident_actors_actor_id_incident_id",
                table: "incident_actors",
                columns: new[] { "actor_id", "incident_id" });

            migrationBuilder.CreateIndex(
                name: "ix_incident_tags_tag_id",
                table: "incident_tags",
                column: "tag_id");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_country",
                table: "incidents",
                columns: new[] { "country_code", "timeline_date", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_incidents_event_type",
                table: "incidents",
                columns: new[] { "event_type", "timeline_date", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_incidents_place_id",
                table: "incidents",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_province",
                table: "incidents",
                columns: new[] { "country_code", "admin1", "timeline_date", "id" },
                descending: new[] { false, false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_incidents_status",
                table: "incidents",
                columns: new[] { "status", "timeline_date", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_incidents_timeline",
                table: "incidents",
                columns: new[] { "timeline_date", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "ix_places_key",
                table: "places",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_region_areas_region_id_country_code_admin1",
                table: "region_areas",
                columns: new[] { "region_id", "country_code", "admin1" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_reports_article_id",
                table: "reports",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_article_revision_id_ordinal",
                table: "reports",
                columns: new[] { "article_revision_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_incident_id",
                table: "reports",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_revisions_subject_type_subject_id_id",
                table: "revisions",
                columns: new[] { "subject_type", "subject_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sources_feed_url",
                table: "sources",
                column: "feed_url",
                unique: true);

            migrationBuilder.Sql(InitialSql.AfterTables);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(InitialSql.Down);

            migrationBuilder.DropTable(
                name: "actor_aliases");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "incident_actors");

            migrationBuilder.DropTable(
                name: "incident_tags");

            migrationBuilder.DropTable(
                name: "region_areas");

            migrationBuilder.DropTable(
                name: "revisions");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "actors");

            migrationBuilder.DropTable(
                name: "tags");

            migrationBuilder.DropTable(
                name: "regions");

            migrationBuilder.DropTable(
                name: "article_revisions");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "articles");

            migrationBuilder.DropTable(
                name: "places");

            migrationBuilder.DropTable(
                name: "sources");

            migrationBuilder.Sql(InitialSql.DownAfterTables);
        }
    }
}
