using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class AnalystIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_incidents_first_reported",
                table: "incidents",
                column: "first_reported_at");

            // One weapon, newest first; and the names of all weapons, a step for each.
            migrationBuilder.Sql("CREATE INDEX ix_incidents_weapon ON incidents (lower(weapon), timeline_date DESC, id DESC) WHERE weapon IS NOT NULL;");

            // Counts, the histogram, types and countries read this alone, and not the rows.
            migrationBuilder.Sql("CREATE INDEX ix_incidents_summary ON incidents (timeline_date) INCLUDE (event_type, country_code, status);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_incidents_summary; DROP INDEX ix_incidents_weapon;");

            migrationBuilder.DropIndex(
                name: "ix_incidents_first_reported",
                table: "incidents");
        }
    }
}
