using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class TargetKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "target_kinds",
                table: "actors",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.Sql(TargetKindsSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(TargetKindsSql.Down);

            migrationBuilder.DropColumn(
                name: "target_kinds",
                table: "actors");
        }
    }
}
