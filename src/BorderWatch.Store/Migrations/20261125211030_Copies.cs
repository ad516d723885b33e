using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class Copies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_copy",
                table: "reports",
                type: "boolean",
                nullable: false,
                defaultValue: false);
            migrationBuilder.Sql(CopiesSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(CopiesSql.Down);
            migrationBuilder.DropColumn(
                name: "is_copy",
                table: "reports");
        }
    }
}
