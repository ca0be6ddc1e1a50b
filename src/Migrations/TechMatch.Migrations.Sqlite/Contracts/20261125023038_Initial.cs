using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.Sqlite.Contracts
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contracts_Contracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BrokerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SellerRegion = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    SellerCountry = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    BuyerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BuyerRegion = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    BuyerCountry = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Cooperation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subtype = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TotalAmount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: false),
                    TechnicalAmount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PaymentForm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PlanSource = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Objective = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IsRelatedParty = table.Column<bool>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegistrationNumber = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FlowCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Clock_Days = table.Column<int>(type: "INTEGER", nullable: true),
                    Clock_RunningSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Clock_Used = table.Column<int>(type: "INTEGER", nullable: false),
                    ProjectName_En = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ProjectName_Zh = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts_Contracts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contracts_RegistrationSteps",
                columns: table => new
                {
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contracts_RegistrationSteps", x => new { x.ContractId, x.Number });
                    table.ForeignKey(
                        name: "FK_contracts_RegistrationSteps_contracts_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "contracts_Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_contracts_Contracts_BrokerId",
                table: "contracts_Contracts",
                column: "BrokerId");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_Contracts_BuyerId",
                table: "contracts_Contracts",
                column: "BuyerId");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_Contracts_DealId",
                table: "contracts_Contracts",
                column: "DealId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contracts_Contracts_RegistrationNumber",
                table: "contracts_Contracts",
                column: "RegistrationNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contracts_Contracts_SellerId",
                table: "contracts_Contracts",
                column: "SellerId");

            migrationBuilder.CreateIndex(
                name: "IX_contracts_Contracts_State_DueOn",
                table: "contracts_Contracts",
                columns: new[] { "State", "DueOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contracts_RegistrationSteps");

            migrationBuilder.DropTable(
                name: "contracts_Contracts");
        }
    }
}
