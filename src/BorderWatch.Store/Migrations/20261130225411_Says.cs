using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class Says : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Written out into the query that calls it, so that the index on the words serves.
            migrationBuilder.Sql("CREATE FUNCTION says(words tsvector, search text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT words @@ search::tsquery'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION says(tsvector, text)");
        }
    }
}
