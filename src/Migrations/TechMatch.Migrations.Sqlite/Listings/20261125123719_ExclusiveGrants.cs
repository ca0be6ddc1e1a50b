using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.Sqlite.Listings
{
    /// <inheritdoc />
    public partial class ExclusiveGrants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StatusBeforeLicence",
                table: "listings_Listings",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "listings_ExclusiveGrants",
                columns: table => new
                {
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    IsInForce = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listings_ExclusiveGrants", x => x.DealId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_listings_ExclusiveGrants_ListingId",
                table: "listings_ExclusiveGrants",
                column: "ListingId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "listings_ExclusiveGrants");

            migrationBuilder.DropColumn(
                name: "StatusBeforeLicence",
                table: "listings_Listings");
        }
    }
}
