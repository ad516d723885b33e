using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class BriefSchedules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "due_at",
                table: "briefs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "schedule_id",
                table: "briefs",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "skipped",
                table: "briefs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "skipped_from",
                table: "briefs",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "rule_id",
                table: "alert_deliveries",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<bool>(
                name: "attaches_word",
                table: "alert_deliveries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "brief_id",
                table: "alert_deliveries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "brief_version",
                table: "alert_deliveries",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "brief_schedules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rhythm = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    weekday = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    day_of_month = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    time_zone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    notice_to = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    mail_to = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    attaches_word = table.Column<bool>(type: "boolean", nullable: false),
                    made_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_brief_schedules", x => x.id);
                    table.CheckConstraint("ck_brief_schedules_day", "day_of_month BETWEEN 1 AND 31");
                    table.ForeignKey(
                        name: "fk_brief_schedules_regions_region_id",
                        column: x => x.region_id,
                        principalTable: "regions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_briefs_schedule_id_from_to",
                table: "briefs",
                columns: new[] { "schedule_id", "from", "to" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_alert_deliveries_brief_id_target_key",
                table: "alert_deliveries",
                columns: new[] { "brief_id", "target", "key" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_alert_deliveries_of",
                table: "alert_deliveries",
                sql: "num_nonnulls(rule_id, brief_id) = 1");

            migrationBuilder.AddCheckConstraint(
                name: "ck_alert_deliveries_version",
                table: "alert_deliveries",
                sql: "(brief_id IS NULL) = (brief_version IS NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_brief_schedules_region_id",
                table: "brief_schedules",
                column: "region_id");

            migrationBuilder.AddForeignKey(
                name: "fk_alert_deliveries_brief_brief_id",
                table: "alert_deliveries",
                column: "brief_id",
                principalTable: "briefs",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_briefs_brief_schedule_schedule_id",
                table: "briefs",
                column: "schedule_id",
                principalTable: "brief_schedules",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM alert_deliveries WHERE rule_id IS NULL");

            migrationBuilder.DropForeignKey(
                name: "fk_alert_deliveries_brief_brief_id",
                table: "alert_deliveries");

            migrationBuilder.DropForeignKey(
                name: "fk_briefs_brief_schedule_schedule_id",
                table: "briefs");

            migrationBuilder.DropTable(
                name: "brief_schedules");

            migrationBuilder.DropIndex(
                name: "ix_briefs_schedule_id_from_to",
                table: "briefs");

            migrationBuilder.DropIndex(
                name: "ix_alert_deliveries_brief_id_target_key",
                table: "alert_deliveries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_alert_deliveries_of",
                table: "alert_deliveries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_alert_deliveries_version",
                table: "alert_deliveries");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "briefs");

            migrationBuilder.DropColumn(
                name: "schedule_id",
                table: "briefs");

            migrationBuilder.DropColumn(
                name: "skipped",
                table: "briefs");

            migrationBuilder.DropColumn(
                name: "skipped_from",
                table: "briefs");

            migrationBuilder.DropColumn(
                name: "attaches_word",
                table: "alert_deliveries");

            migrationBuilder.DropColumn(
                name: "brief_id",
                table: "alert_deliveries");

            migrationBuilder.DropColumn(
                name: "brief_version",
                table: "alert_deliveries");

            migrationBuilder.AlterColumn<Guid>(
                name: "rule_id",
                table: "alert_deliveries",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
