using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.SqlServer.Listings
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "listings");

            migrationBuilder.CreateTable(
                name: "Listings",
                schema: "listings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Keywords = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Trl = table.Column<int>(type: "int", nullable: true),
                    IpKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IpStatus = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CooperationCodes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    PriceKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PriceMin = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    PriceMax = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Region = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Province = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true),
                    Inventors = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Funding = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ScoreAdvantages = table.Column<int>(type: "int", nullable: true),
                    ScoreClarity = table.Column<int>(type: "int", nullable: true),
                    ScoreCooperation = table.Column<int>(type: "int", nullable: true),
                    ScoreLanguage = table.Column<int>(type: "int", nullable: true),
                    ReviewComment = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    ReviewedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DocumentName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    DocumentType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    DocumentLength = table.Column<long>(type: "bigint", nullable: true),
                    DocumentHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    Advantages_En = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Advantages_Zh = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Applications_En = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Applications_Zh = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Summary_En = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: true),
                    Summary_Zh = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: true),
                    Title_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Title_Zh = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_OrganisationId_ChangedAt",
                schema: "listings",
                table: "Listings",
                columns: new[] { "OrganisationId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_OrganisationId_ExternalId",
                schema: "listings",
                table: "Listings",
                columns: new[] { "OrganisationId", "ExternalId" },
                unique: true,
                filter: "[ExternalId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Status_ExpiresAt",
                schema: "listings",
                table: "Listings",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Status_Field_Trl_IpStatus_Province_PriceKind_CooperationCodes_OrganisationId",
                schema: "listings",
                table: "Listings",
                columns: new[] { "Status", "Field", "Trl", "IpStatus", "Province", "PriceKind", "CooperationCodes", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Status_PublishedAt",
                schema: "listings",
                table: "Listings",
                columns: new[] { "Status", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Listings_Status_SubmittedAt",
                schema: "listings",
                table: "Listings",
                columns: new[] { "Status", "SubmittedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Listings",
                schema: "listings");
        }
    }
}
