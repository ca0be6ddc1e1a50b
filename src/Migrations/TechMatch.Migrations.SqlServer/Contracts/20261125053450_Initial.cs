using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.SqlServer.Contracts
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "contracts");

            migrationBuilder.CreateTable(
                name: "Contracts",
                schema: "contracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DealId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ListingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BrokerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SellerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SellerRegion = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    SellerCountry = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    BuyerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BuyerRegion = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    BuyerCountry = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Cooperation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subtype = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    TotalAmount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    TechnicalAmount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PaymentForm = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PlanSource = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Objective = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IsRelatedParty = table.Column<bool>(type: "bit", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RegistrationNumber = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RegisteredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FlowCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Clock_Days = table.Column<int>(type: "int", nullable: true),
                    Clock_RunningSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Clock_Used = table.Column<int>(type: "int", nullable: false),
                    ProjectName_En = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ProjectName_Zh = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegistrationSteps",
                schema: "contracts",
                columns: table => new
                {
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Actor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrationSteps", x => new { x.ContractId, x.Number });
                    table.ForeignKey(
                        name: "FK_RegistrationSteps_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalSchema: "contracts",
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_BrokerId",
                schema: "contracts",
                table: "Contracts",
                column: "BrokerId");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_BuyerId",
                schema: "contracts",
                table: "Contracts",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_DealId",
                schema: "contracts",
                table: "Contracts",
                column: "DealId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_RegistrationNumber",
                schema: "contracts",
                table: "Contracts",
                column: "RegistrationNumber",
                unique: true,
                filter: "[RegistrationNumber] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_SellerId",
                schema: "contracts",
                table: "Contracts",
                column: "SellerId");

            migrationBuilder.CreateIndex(
                name: "IX_Contracts_State_DueOn",
                schema: "contracts",
                table: "Contracts",
                columns: new[] { "State", "DueOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegistrationSteps",
                schema: "contracts");

            migrationBuilder.DropTable(
                name: "Contracts",
                schema: "contracts");
        }
    }
}
