using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BorderWatch.Store.Migrations
{
    /// <inheritdoc />
    public partial class SecondOpinions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "second_opinions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    requested_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lease_id = table.Column<Guid>(type: "uuid", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    extractor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    is_shortened = table.Column<bool>(type: "boolean", nullable: false),
                    dropped = table.Column<int>(type: "integer", nullable: false),
                    dropped_why = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_second_opinions", x => x.id);
                    table.ForeignKey(
                        name: "fk_second_opinions_article_revisions_article_revision_id",
                        column: x => x.article_revision_id,
                        principalTable: "article_revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_second_opinions_articles_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinion_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    succeeded = table.Column<bool>(type: "boolean", nullable: false),
                    outcome = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    tokens = table.Column<long>(type: "bigint", nullable: false),
                    cost = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: false),
                    rest_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_calls", x => x.id);
                    table.CheckConstraint("ck_opinion_calls_charge", "tokens >= 0 AND cost >= 0");
                    table.ForeignKey(
                        name: "fk_opinion_calls_second_opinions_opinion_id",
                        column: x => x.opinion_id,
                        principalTable: "second_opinions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinion_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    verdict = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    field = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    value = table.Column<string>(type: "jsonb", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: false),
                    quote_start = table.Column<int>(type: "integer", nullable: false),
                    quote_end = table.Column<int>(type: "integer", nullable: false),
                    in_title = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_claims", x => x.id);
                    table.CheckConstraint("ck_opinion_claims_quote", "quote <> '' AND quote_start >= 0 AND quote_end > quote_start");
                    table.CheckConstraint("ck_opinion_claims_value", "value ? 'is'");
                    table.CheckConstraint("ck_opinion_claims_verdict", "(report_id IS NULL) = (verdict IS NULL)");
                    table.ForeignKey(
                        name: "fk_opinion_claims_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinion_claims_second_opinions_opinion_id",
                        column: x => x.opinion_id,
                        principalTable: "second_opinions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_article_revisions_fetched_at",
                table: "article_revisions",
                column: "fetched_at");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_calls_at",
                table: "opinion_calls",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_calls_opinion_id",
                table: "opinion_calls",
                column: "opinion_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_claims_open",
                table: "opinion_claims",
                column: "report_id",
                filter: "verdict <> 'Agrees'");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_claims_opinion_id",
                table: "opinion_claims",
                column: "opinion_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_claims_report_id",
                table: "opinion_claims",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_article_id",
                table: "second_opinions",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_article_revision_id",
                table: "second_opinions",
                column: "article_revision_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_second_opinions_due",
                table: "second_opinions",
                column: "due_at",
                filter: "state = 'Waiting'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "opinion_calls");

            migrationBuilder.DropTable(
                name: "opinion_claims");

            migrationBuilder.DropTable(
                name: "second_opinions");

            migrationBuilder.DropIndex(
                name: "ix_article_revisions_fetched_at",
                table: "article_revisions");
        }
    }
}
