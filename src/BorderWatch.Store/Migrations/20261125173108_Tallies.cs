using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class Tallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "day_tallies",
                columns: table => new
                {
                    timeline_date = table.Column<DateOnly>(type: "date", nullable: false),
                    event_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    incidents = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                });

            migrationBuilder.CreateTable(
                name: "spot_tallies",
                columns: table => new
                {
                    place_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place_precision = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    event_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    incidents = table.Column<int>(type: "integer", nullable: false),
                    killed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                });

            migrationBuilder.CreateIndex(
                name: "ix_day_tallies",
                table: "day_tallies",
                column: "timeline_date")
                .Annotation("Npgsql:IndexInclude", new[] { "event_type", "country_code", "incidents" });

            migrationBuilder.CreateIndex(
                name: "ix_spot_tallies",
                table: "spot_tallies",
                column: "place_id");

            migrationBuilder.Sql(TalliesSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(TalliesSql.Down);

            migrationBuilder.DropTable(
                name: "day_tallies");

            migrationBuilder.DropTable(
                name: "spot_tallies");
        }
    }
}
