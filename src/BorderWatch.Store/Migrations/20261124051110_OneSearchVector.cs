using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class OneSearchVector : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(OneSearchVectorSql.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(OneSearchVectorSql.Down);
        }
    }
}
