using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class RegionShapes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_region_areas_region_id_country_code_admin1",
                table: "region_areas");

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                table: "regions",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AddColumn<bool>(
                name: "only_precise",
                table: "region_places",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "admin2",
                table: "region_areas",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "region_borders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<Guid>(type: "uuid", nullable: false),
                    country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    other_country_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    kilometres = table.Column<double>(type: "double precision", nullable: false),
                    from_longitudes = table.Column<double[]>(type: "double precision[]", nullable: false),
                    from_latitudes = table.Column<double[]>(type: "double precision[]", nullable: false),
                    to_longitudes = table.Column<double[]>(type: "double precision[]", nullable: false),
                    to_latitudes = table.Column<double[]>(type: "double precision[]", nullable: false),
                    names = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_borders", x => x.id);
                    table.CheckConstraint("ck_region_borders_country", "country_code ~ '^[A-Z]{2}$'");
                    table.CheckConstraint("ck_region_borders_kilometres", "kilometres > 0 AND kilometres <= 500");
                    table.CheckConstraint("ck_region_borders_order", "country_code < other_country_code");
                    table.ForeignKey(
                        name: "fk_region_borders_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "region_nestings",
                columns: table => new
                {
                    region_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_nestings", x => new { x.region_id, x.held_id });
                    table.CheckConstraint("ck_region_nestings_other", "region_id <> held_id");
                    table.ForeignKey(
                        name: "fk_region_nestings_regions_held_id",
                        column: x => x.held_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_region_nestings_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "region_outlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    shape = table.Column<NpgsqlPolygon>(type: "polygon", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region_outlines", x => x.id);
                    table.ForeignKey(
                        name: "fk_region_outlines_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_region_areas_region_id_country_code_admin1_admin2",
                table: "region_areas",
                columns: new[] { "region_id", "country_code", "admin1", "admin2" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.AddCheckConstraint(
                name: "ck_region_areas_district",
                table: "region_areas",
                sql: "admin2 IS NULL OR admin1 IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_region_borders_region_id_country_code_other_country_code",
                table: "region_borders",
                columns: new[] { "region_id", "country_code", "other_country_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_region_nestings_held_id",
                table: "region_nestings",
                column: "held_id");

            migrationBuilder.CreateIndex(
                name: "ix_region_outlines_region_id",
                table: "region_outlines",
                column: "region_id");

            migrationBuilder.Sql(RegionShapesSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(RegionShapesSql.Down);

            migrationBuilder.DropTable(
                name: "region_borders");

            migrationBuilder.DropTable(
                name: "region_nestings");

            migrationBuilder.DropTable(
                name: "region_outlines");

            migrationBuilder.DropIndex(
                name: "ix_region_areas_region_id_country_code_admin1_admin2",
                table: "region_areas");

            migrationBuilder.DropCheckConstraint(
                name: "ck_region_areas_district",
                table: "region_areas");

            migrationBuilder.DropColumn(
                name: "xmin",
                table: "regions");

            migrationBuilder.DropColumn(
                name: "only_precise",
                table: "region_places");

            migrationBuilder.DropColumn(
                name: "admin2",
                table: "region_areas");

            migrationBuilder.CreateIndex(
                name: "ix_region_areas_region_id_country_code_admin1",
                table: "region_areas",
                columns: new[] { "region_id", "country_code", "admin1" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.Sql(RegionShapesSql.AfterDown);
        }
    }
}
