using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.SqlServer.Statistics
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "statistics");

            migrationBuilder.CreateTable(
                name: "Contracts",
                schema: "statistics",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    DealId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    TotalHundredths = table.Column<long>(type: "bigint", nullable: false),
                    TechnicalHundredths = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    SellerProvince = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true),
                    BuyerProvince = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true),
                    Flow = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RegisteredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Month = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deals",
                schema: "statistics",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Market",
                schema: "statistics",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Side = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    IsOnMarket = table.Column<bool>(type: "bit", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Market", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_Currency_TotalHundredths",
                schema: "statistics",
                table: "Contracts",
                columns: new[] { "Currency", "TotalHundredths" });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_RegisteredOn",
                schema: "statistics",
                table: "Contracts",
                column: "RegisteredOn");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_SignedOn",
                schema: "statistics",
                table: "Deals",
                column: "SignedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Market_IsOnMarket_Side_Field",
                schema: "statistics",
                table: "Market",
                columns: new[] { "IsOnMarket", "Side", "Field" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Contracts",
                schema: "statistics");

            migrationBuilder.DropTable(
                name: "Deals",
                schema: "statistics");

            migrationBuilder.DropTable(
                name: "Market",
                schema: "statistics");
        }
    }
}
