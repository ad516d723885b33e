using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class RegionSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "region_name_tallies",
                columns: table => new
                {
                    region_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    roles = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    is_month = table.Column<bool>(type: "boolean", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    incidents = table.Column<int>(type: "integer", nullable: false),
                    is_fresh = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                });

            migrationBuilder.CreateTable(
                name: "region_places",
                columns: table => new
                {
                    region_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_places", x => new { x.region_id, x.place_id });
                    table.ForeignKey(
                        name: "fk_region_places_places_place_id",
                        column: x => x.place_id,
                        principalTable: "places",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_region_places_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "region_tallies",
                columns: table => new
                {
                    region_id = table.Column<Guid>(type: "uuid", nullable: false),
                    timeline_date = table.Column<DateOnly>(type: "date", nullable: false),
                    event_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    incidents = table.Column<int>(type: "integer", nullable: false),
                    unreviewed = table.Column<int>(type: "integer", nullable: false),
                    without_toll = table.Column<int>(type: "integer", nullable: false),
                    in_conflict = table.Column<int>(type: "integer", nullable: false),
                    killed_low = table.Column<long>(type: "bigint", nullable: false),
                    killed_best = table.Column<long>(type: "bigint", nullable: false),
                    killed_high = table.Column<long>(type: "bigint", nullable: false),
                    killed_said = table.Column<int>(type: "integer", nullable: false),
                    killed_unbounded = table.Column<int>(type: "integer", nullable: false),
                    injured_low = table.Column<long>(type: "bigint", nullable: false),
                    injured_best = table.Column<long>(type: "bigint", nullable: false),
                    injured_high = table.Column<long>(type: "bigint", nullable: false),
                    injured_said = table.Column<int>(type: "integer", nullable: false),
                    injured_unbounded = table.Column<int>(type: "integer", nullable: false),
                    abducted_low = table.Column<long>(type: "bigint", nullable: false),
                    abducted_best = table.Column<long>(type: "bigint", nullable: false),
                    abducted_high = table.Column<long>(type: "bigint", nullable: false),
                    abducted_said = table.Column<int>(type: "integer", nullable: false),
                    abducted_unbounded = table.Column<int>(type: "integer", nullable: false),
                    is_fresh = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                });

            migrationBuilder.CreateIndex(
                name: "ix_region_name_tallies_day",
                table: "region_name_tallies",
                columns: new[] { "region_id", "is_month", "day" })
                .Annotation("Npgsql:IndexInclude", new[] { "kind", "name", "roles", "incidents" });

            migrationBuilder.CreateIndex(
                name: "ix_region_name_tallies_fresh",
                table: "region_name_tallies",
                column: "is_fresh",
                filter: "is_fresh");

            migrationBuilder.CreateIndex(
                name: "ix_region_name_tallies_name",
                table: "region_name_tallies",
                columns: new[] { "region_id", "kind", "name", "is_month", "day" })
                .Annotation("Npgsql:IndexInclude", new[] { "incidents" });

            migrationBuilder.CreateIndex(
                name: "ix_region_places_place_id",
                table: "region_places",
                column: "place_id");

            migrationBuilder.CreateIndex(
                name: "ix_region_tallies",
                table: "region_tallies",
                columns: new[] { "region_id", "timeline_date" })
                .Annotation("Npgsql:IndexInclude", new[] { "event_type", "incidents", "unreviewed", "without_toll", "in_conflict", "killed_low", "killed_best", "killed_high", "killed_said", "killed_unbounded", "injured_low", "injured_best", "injured_high", "injured_said", "injured_unbounded", "abducted_low", "abducted_best", "abducted_high", "abducted_said", "abducted_unbounded" });

            migrationBuilder.CreateIndex(
                name: "ix_region_tallies_fresh",
                table: "region_tallies",
                column: "is_fresh",
                filter: "is_fresh");

            migrationBuilder.Sql(RegionSumsSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(RegionSumsSql.Down);

            migrationBuilder.DropTable(
                name: "region_name_tallies");

            migrationBuilder.DropTable(
                name: "region_places");

            migrationBuilder.DropTable(
                name: "region_tallies");
        }
    }
}
