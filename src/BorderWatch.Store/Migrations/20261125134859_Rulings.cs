using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class Rulings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "edit_id",
                table: "revisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "revisions",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_placed",
                table: "reports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_arranged",
                table: "incidents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_challenged",
                table: "incidents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "incidents",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rejection_reason",
                table: "incidents",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_challenged_at",
                table: "incidents",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "edits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    undoes = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "possible_duplicates",
                columns: table => new
                {
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    parted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_possible_duplicates", x => new { x.first_id, x.second_id });
                    table.CheckConstraint("ck_possible_duplicates_order", "first_id < second_id");
                    table.CheckConstraint("ck_possible_duplicates_score", "score BETWEEN 0 AND 1");
                    table.ForeignKey(
                        name: "fk_possible_duplicates_incidents_first_id",
                        column: x => x.first_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_possible_duplicates_incidents_second_id",
                        column: x => x.second_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rulings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    values = table.Column<string>(type: "jsonb", nullable: false),
                    known = table.Column<string>(type: "jsonb", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: true),
                    article_revision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quote_start = table.Column<int>(type: "integer", nullable: true),
                    quote_end = table.Column<int>(type: "integer", nullable: true),
                    in_title = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    challenged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    challenged_by_report_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rulings", x => x.id);
                    table.CheckConstraint("ck_rulings_field", "field <> 'Reaction'");
                    table.CheckConstraint("ck_rulings_quote", "num_nulls(quote, article_revision_id, quote_start, quote_end) IN (0, 4) AND quote <> '' AND quote_start >= 0 AND quote_end > quote_start");
                    table.CheckConstraint("ck_rulings_values", "jsonb_typeof(\"values\") = 'array' AND jsonb_typeof(known) = 'array'");
                    table.ForeignKey(
                        name: "fk_rulings_article_revisions_article_revision_id",
                        column: x => x.article_revision_id,
                        principalTable: "article_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rulings_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_revisions_edit_id",
                table: "revisions",
                column: "edit_id",
                filter: "edit_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_challenged",
                table: "incidents",
                column: "is_challenged",
                filter: "is_challenged");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_conflict",
                table: "incidents",
                column: "has_conflict",
                filter: "has_conflict");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_merged_into_id",
                table: "incidents",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_edits_by_id",
                table: "edits",
                columns: new[] { "by", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_possible_duplicates_second_id",
                table: "possible_duplicates",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_rulings_article_revision_id",
                table: "rulings",
                column: "article_revision_id");

            migrationBuilder.CreateIndex(
                name: "ix_rulings_incident_id_field_at",
                table: "rulings",
                columns: new[] { "incident_id", "field", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_rulings_standing",
                table: "rulings",
                columns: new[] { "incident_id", "field" },
                unique: true,
                filter: "superseded_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_incidents_incidents_merged_into_id",
                table: "incidents",
                column: "merged_into_id",
                principalTable: "incidents",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(RulingsSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(RulingsSql.Down);

            migrationBuilder.DropForeignKey(
                name: "fk_incidents_incidents_merged_into_id",
                table: "incidents");

            migrationBuilder.DropTable(
                name: "edits");

            migrationBuilder.DropTable(
                name: "possible_duplicates");

            migrationBuilder.DropTable(
                name: "rulings");

            migrationBuilder.DropIndex(
                name: "ix_revisions_edit_id",
                table: "revisions");

            migrationBuilder.DropIndex(
                name: "ix_incidents_challenged",
                table: "incidents");

            migrationBuilder.DropIndex(
                name: "ix_incidents_conflict",
                table: "incidents");

            migrationBuilder.DropIndex(
                name: "ix_incidents_merged_into_id",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "edit_id",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "is_placed",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "is_arranged",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "is_challenged",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "rejection_reason",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "status_challenged_at",
                table: "incidents");
        }
    }
}
