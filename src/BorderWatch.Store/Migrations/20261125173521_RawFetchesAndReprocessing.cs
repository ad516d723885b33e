using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class RawFetchesAndReprocessing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reports_article_revision_id_ordinal",
                table: "reports");

            migrationBuilder.AddColumn<Guid>(
                name: "raw_fetch_id",
                table: "articles",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "raw_fetches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    packed = table.Column<byte[]>(type: "bytea", nullable: false),
                    fetched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_raw_fetches", x => x.id);
                    table.CheckConstraint("ck_raw_fetches_hash", "length(hash) = 32");
                    table.CheckConstraint("ck_raw_fetches_length", "length >= 0");
                    table.ForeignKey(
                        name: "fk_raw_fetches_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Packed already: PostgreSQL must not try again.
            migrationBuilder.Sql("ALTER TABLE raw_fetches ALTER COLUMN packed SET STORAGE EXTERNAL;");

            migrationBuilder.CreateTable(
                name: "reprocess_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    extractor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_article_id = table.Column<Guid>(type: "uuid", nullable: true),
                    done = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reprocess_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_reprocess_runs_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reports_article_revision_id_ordinal",
                table: "reports",
                columns: new[] { "article_revision_id", "ordinal" },
                unique: true,
                filter: "superseded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_articles_raw_fetch_id",
                table: "articles",
                column: "raw_fetch_id");

            migrationBuilder.CreateIndex(
                name: "ix_raw_fetches_fetched_at",
                table: "raw_fetches",
                column: "fetched_at");

            migrationBuilder.CreateIndex(
                name: "ix_raw_fetches_source_id_hash",
                table: "raw_fetches",
                columns: new[] { "source_id", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reprocess_runs_source_id",
                table: "reprocess_runs",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_reprocess_runs_started_at",
                table: "reprocess_runs",
                column: "started_at");

            migrationBuilder.AddForeignKey(
                name: "fk_articles_raw_fetches_raw_fetch_id",
                table: "articles",
                column: "raw_fetch_id",
                principalTable: "raw_fetches",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_articles_raw_fetches_raw_fetch_id",
                table: "articles");

            migrationBuilder.DropTable(
                name: "raw_fetches");

            migrationBuilder.DropTable(
                name: "reprocess_runs");

            migrationBuilder.DropIndex(
                name: "ix_reports_article_revision_id_ordinal",
                table: "reports");

            migrationBuilder.DropIndex(
                name: "ix_articles_raw_fetch_id",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "raw_fetch_id",
                table: "articles");

            migrationBuilder.CreateIndex(
                name: "ix_reports_article_revision_id_ordinal",
                table: "reports",
                columns: new[] { "article_revision_id", "ordinal" },
                unique: true);
        }
    }
}
