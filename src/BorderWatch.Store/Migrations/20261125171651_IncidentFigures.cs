using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class IncidentFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Counts, the histogram, facets and the map read this alone, and not the rows: it holds what they add up of the incidents that are shown.
            migrationBuilder.Sql(
                """
                DROP INDEX ix_incidents_summary;
                CREATE INDEX ix_incidents_figures ON incidents (timeline_date)
                    INCLUDE (event_type, country_code, admin1, place_id, place_precision, killed_low, killed_best)
                    WHERE merged_into_id IS NULL AND status <> 'Rejected';
                """);
            migrationBuilder.Sql(FrequentWordsSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(FrequentWordsSql.Down);
            migrationBuilder.Sql(
                """
                DROP INDEX ix_incidents_figures;
                CREATE INDEX ix_incidents_summary ON incidents (timeline_date) INCLUDE (event_type, country_code, status);
                """);
        }
    }
}
