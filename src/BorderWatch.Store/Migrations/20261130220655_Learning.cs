using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class Learning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "learning_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    incidents = table.Column<int>(type: "integer", nullable: false),
                    things = table.Column<int>(type: "integer", nullable: false),
                    switched_off = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learning_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "learnt_things",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    subject_key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    value = table.Column<string>(type: "jsonb", nullable: true),
                    model = table.Column<byte[]>(type: "bytea", nullable: true),
                    learnt = table.Column<int>(type: "integer", nullable: false),
                    editors = table.Column<int>(type: "integer", nullable: false),
                    tested = table.Column<int>(type: "integer", nullable: false),
                    rules_right = table.Column<int>(type: "integer", nullable: false),
                    learnt_right = table.Column<int>(type: "integer", nullable: false),
                    only_rules = table.Column<int>(type: "integer", nullable: false),
                    only_learnt = table.Column<int>(type: "integer", nullable: false),
                    trained_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    switched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    switched_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learnt_things", x => x.id);
                    table.CheckConstraint("ck_learnt_things_figures", "learnt >= 0 AND editors >= 0 AND only_rules >= 0 AND only_learnt >= 0 AND rules_right - only_rules = learnt_right - only_learnt AND greatest(rules_right, learnt_right) <= tested");
                    table.CheckConstraint("ck_learnt_things_says", "(kind = 'PlacePreference') = (source_id IS NOT NULL AND value IS NOT NULL AND model IS NULL)");
                    table.ForeignKey(
                        name: "fk_learnt_things_sources_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learnt_evidence",
                columns: table => new
                {
                    learnt_thing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    incident_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ruling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rules_right = table.Column<bool>(type: "boolean", nullable: false),
                    learnt_right = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_learnt_evidence", x => new { x.learnt_thing_id, x.incident_id });
                    table.ForeignKey(
                        name: "fk_learnt_evidence_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_learnt_evidence_learnt_things_learnt_thing_id",
                        column: x => x.learnt_thing_id,
                        principalTable: "learnt_things",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_learnt_evidence_rulings_ruling_id",
                        column: x => x.ruling_id,
                        principalTable: "rulings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_learning_runs_at",
                table: "learning_runs",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_learnt_evidence_incident_id",
                table: "learnt_evidence",
                column: "incident_id");

            migrationBuilder.CreateIndex(
                name: "ix_learnt_evidence_ruling_id",
                table: "learnt_evidence",
                column: "ruling_id");

            migrationBuilder.CreateIndex(
                name: "ix_learnt_things_kind_source_id_subject_key",
                table: "learnt_things",
                columns: new[] { "kind", "source_id", "subject_key" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_learnt_things_on",
                table: "learnt_things",
                column: "source_id",
                filter: "is_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "learning_runs");

            migrationBuilder.DropTable(
                name: "learnt_evidence");

            migrationBuilder.DropTable(
                name: "learnt_things");
        }
    }
}
