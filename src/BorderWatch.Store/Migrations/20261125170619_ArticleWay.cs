using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class ArticleWay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reliability",
                table: "sources",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "extracted_at",
                table: "articles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "extractor",
                table: "articles",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "last_tried_at",
                table: "articles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "text_from",
                table: "articles",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "text_note",
                table: "articles",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_failed",
                table: "articles",
                columns: new[] { "source_id", "first_seen_at" },
                filter: "outcome = 'Unreadable' OR text_note IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_articles_failed",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "reliability",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "extracted_at",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "extractor",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "last_tried_at",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "text_from",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "text_note",
                table: "articles");
        }
    }
}
