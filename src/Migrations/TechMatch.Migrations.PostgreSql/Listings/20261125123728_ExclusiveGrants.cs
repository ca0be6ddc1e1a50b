using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.PostgreSql.Listings
{
    /// <inheritdoc />
    public partial class ExclusiveGrants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "StatusBeforeLicence",
                schema: "listings",
                table: "Listings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ExclusiveGrants",
                schema: "listings",
                columns: table => new
                {
                    DealId = table.Column<Guid>(type: "uuid", nullable: false),
                    ListingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    IsInForce = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExclusiveGrants", x => x.DealId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ExclusiveGrants_ListingId",
                schema: "listings",
                table: "ExclusiveGrants",
                column: "ListingId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExclusiveGrants",
                schema: "listings");

            migrationBuilder.DropColumn(
                name: "StatusBeforeLicence",
                schema: "listings",
                table: "Listings");
        }
    }
}
