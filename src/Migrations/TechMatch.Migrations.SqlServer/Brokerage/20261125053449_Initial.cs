using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.SqlServer.Brokerage
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "brokerage");

            migrationBuilder.CreateTable(
                name: "Interests",
                schema: "brokerage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ListingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DemandId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SenderOrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReceiverOrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsAnonymous = table.Column<bool>(type: "bit", nullable: false),
                    CooperationSought = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Missing = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AboutUs = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpenFor = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    AcknowledgeBy = table.Column<DateOnly>(type: "date", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    AcknowledgedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DeclineReason = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    DealId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Deals",
                schema: "brokerage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InterestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ListingId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DemandId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SellerOrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BuyerOrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BuyerIsAnonymous = table.Column<bool>(type: "bit", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    StageSince = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    BrokerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Cooperation = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "varchar(3)", unicode: false, maxLength: 3, nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ContractVersion = table.Column<long>(type: "bigint", nullable: false),
                    RegistrationNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ExitReason = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    EventCount = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deals_Interests_InterestId",
                        column: x => x.InterestId,
                        principalSchema: "brokerage",
                        principalTable: "Interests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DealEvents",
                schema: "brokerage",
                columns: table => new
                {
                    DealId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DealEvents", x => new { x.DealId, x.Number });
                    table.ForeignKey(
                        name: "FK_DealEvents_Deals_DealId",
                        column: x => x.DealId,
                        principalSchema: "brokerage",
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_BrokerId_Stage",
                schema: "brokerage",
                table: "Deals",
                columns: new[] { "BrokerId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Deals_BuyerOrganisationId",
                schema: "brokerage",
                table: "Deals",
                column: "BuyerOrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_InterestId",
                schema: "brokerage",
                table: "Deals",
                column: "InterestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deals_SellerOrganisationId",
                schema: "brokerage",
                table: "Deals",
                column: "SellerOrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_Stage_StageSince",
                schema: "brokerage",
                table: "Deals",
                columns: new[] { "Stage", "StageSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Interests_ListingId_OpenFor",
                schema: "brokerage",
                table: "Interests",
                columns: new[] { "ListingId", "OpenFor" },
                unique: true,
                filter: "[OpenFor] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Interests_ReceiverOrganisationId_SentAt",
                schema: "brokerage",
                table: "Interests",
                columns: new[] { "ReceiverOrganisationId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Interests_SenderOrganisationId_SentAt",
                schema: "brokerage",
                table: "Interests",
                columns: new[] { "SenderOrganisationId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Interests_State_AnswerBy",
                schema: "brokerage",
                table: "Interests",
                columns: new[] { "State", "AnswerBy" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DealEvents",
                schema: "brokerage");

            migrationBuilder.DropTable(
                name: "Deals",
                schema: "brokerage");

            migrationBuilder.DropTable(
                name: "Interests",
                schema: "brokerage");
        }
    }
}
