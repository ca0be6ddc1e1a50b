using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.Sqlite.Brokerage
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "brokerage_Interests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DemandId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SenderOrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SenderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReceiverOrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsAnonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    CooperationSought = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Missing = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AboutUs = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenFor = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AcknowledgeBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AcknowledgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DealId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brokerage_Interests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "brokerage_Deals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DemandId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SellerOrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BuyerOrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BuyerIsAnonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StageSince = table.Column<long>(type: "INTEGER", nullable: false),
                    BrokerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Cooperation = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", unicode: false, maxLength: 3, nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ContractVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    RegistrationNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ExitReason = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: true),
                    EventCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brokerage_Deals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_brokerage_Deals_brokerage_Interests_InterestId",
                        column: x => x.InterestId,
                        principalTable: "brokerage_Interests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "brokerage_DealEvents",
                columns: table => new
                {
                    DealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brokerage_DealEvents", x => new { x.DealId, x.Number });
                    table.ForeignKey(
                        name: "FK_brokerage_DealEvents_brokerage_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "brokerage_Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Deals_BrokerId_Stage",
                table: "brokerage_Deals",
                columns: new[] { "BrokerId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Deals_BuyerOrganisationId",
                table: "brokerage_Deals",
                column: "BuyerOrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Deals_InterestId",
                table: "brokerage_Deals",
                column: "InterestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Deals_SellerOrganisationId",
                table: "brokerage_Deals",
                column: "SellerOrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Deals_Stage_StageSince",
                table: "brokerage_Deals",
                columns: new[] { "Stage", "StageSince" });

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Interests_ListingId_OpenFor",
                table: "brokerage_Interests",
                columns: new[] { "ListingId", "OpenFor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Interests_ReceiverOrganisationId_SentAt",
                table: "brokerage_Interests",
                columns: new[] { "ReceiverOrganisationId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Interests_SenderOrganisationId_SentAt",
                table: "brokerage_Interests",
                columns: new[] { "SenderOrganisationId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_brokerage_Interests_State_AnswerBy",
                table: "brokerage_Interests",
                columns: new[] { "State", "AnswerBy" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "brokerage_DealEvents");

            migrationBuilder.DropTable(
                name: "brokerage_Deals");

            migrationBuilder.DropTable(
                name: "brokerage_Interests");
        }
    }
}
