using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.Sqlite.Statistics
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "statistics_Contracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TotalHundredths = table.Column<long>(type: "INTEGER", nullable: false),
                    TechnicalHundredths = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    SellerProvince = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    BuyerProvince = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Flow = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Month = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_Contracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "statistics_Deals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_Deals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "statistics_Market",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOnMarket = table.Column<bool>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_Market", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_statistics_Contracts_Currency_TotalHundredths",
                table: "statistics_Contracts",
                columns: new[] { "Currency", "TotalHundredths" });

            migrationBuilder.CreateIndex(
                name: "IX_statistics_Contracts_RegisteredOn",
                table: "statistics_Contracts",
                column: "RegisteredOn");

            migrationBuilder.CreateIndex(
                name: "IX_statistics_Deals_SignedOn",
                table: "statistics_Deals",
                column: "SignedOn");

            migrationBuilder.CreateIndex(
                name: "IX_statistics_Market_IsOnMarket_Side_Field",
                table: "statistics_Market",
                columns: new[] { "IsOnMarket", "Side", "Field" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "statistics_Contracts");

            migrationBuilder.DropTable(
                name: "statistics_Deals");

            migrationBuilder.DropTable(
                name: "statistics_Market");
        }
    }
}
