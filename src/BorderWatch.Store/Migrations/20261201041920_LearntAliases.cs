using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class LearntAliases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_learnt_things_says",
                table: "learnt_things");

            migrationBuilder.AddColumn<double>(
                name: "incident_likelihood",
                table: "reports",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "rules_confidence",
                table: "reports",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "learnt_things",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "objection",
                table: "learnt_things",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_unlikely",
                table: "reports",
                column: "incident_id",
                filter: "incident_likelihood < 0.5 AND superseded_at IS NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_reports_learnt",
                table: "reports",
                sql: "rules_confidence BETWEEN 0 AND 1 AND incident_likelihood BETWEEN 0 AND 1");

            migrationBuilder.AddCheckConstraint(
                name: "ck_learnt_things_says",
                table: "learnt_things",
                sql: "CASE kind WHEN 'ActorAlias' THEN source_id IS NULL AND value IS NOT NULL AND model IS NULL AND language IS NOT NULL ELSE (kind = 'PlacePreference') = (source_id IS NOT NULL AND value IS NOT NULL AND model IS NULL) END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reports_unlikely",
                table: "reports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_reports_learnt",
                table: "reports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_learnt_things_says",
                table: "learnt_things");

            migrationBuilder.DropColumn(
                name: "incident_likelihood",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "rules_confidence",
                table: "reports");

            migrationBuilder.DropColumn(
                name: "language",
                table: "learnt_things");

            migrationBuilder.DropColumn(
                name: "objection",
                table: "learnt_things");

            migrationBuilder.AddCheckConstraint(
                name: "ck_learnt_things_says",
                table: "learnt_things",
                sql: "(kind = 'PlacePreference') = (source_id IS NOT NULL AND value IS NOT NULL AND model IS NULL)");
        }
    }
}
