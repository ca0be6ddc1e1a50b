using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.Sqlite.Listings
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "listings_Listings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Keywords = table.Column<string>(type: "TEXT", nullable: false),
                    Trl = table.Column<int>(type: "INTEGER", nullable: true),
                    IpKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IpStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CooperationCodes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PriceKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PriceMin = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    PriceMax = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Inventors = table.Column<string>(type: "TEXT", nullable: false),
                    Funding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ScoreAdvantages = table.Column<int>(type: "INTEGER", nullable: true),
                    ScoreClarity = table.Column<int>(type: "INTEGER", nullable: true),
                    ScoreCooperation = table.Column<int>(type: "INTEGER", nullable: true),
                    ScoreLanguage = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewComment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ReviewedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DocumentName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    DocumentType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DocumentLength = table.Column<long>(type: "INTEGER", nullable: true),
                    DocumentHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    Advantages_En = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Advantages_Zh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Applications_En = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Applications_Zh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Summary_En = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Summary_Zh = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Title_Zh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listings_Listings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_listings_Listings_OrganisationId_ChangedAt",
                table: "listings_Listings",
                columns: new[] { "OrganisationId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_listings_Listings_OrganisationId_ExternalId",
                table: "listings_Listings",
                columns: new[] { "OrganisationId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_listings_Listings_Status_ExpiresAt",
                table: "listings_Listings",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_listings_Listings_Status_Field_Trl_IpStatus_Province_PriceKind_CooperationCodes_OrganisationId",
                table: "listings_Listings",
                columns: new[] { "Status", "Field", "Trl", "IpStatus", "Province", "PriceKind", "CooperationCodes", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_listings_Listings_Status_PublishedAt",
                table: "listings_Listings",
                columns: new[] { "Status", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_listings_Listings_Status_SubmittedAt",
                table: "listings_Listings",
                columns: new[] { "Status", "SubmittedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "listings_Listings");
        }
    }
}
