using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.Sqlite.Demands
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "demands_Demands",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsAnonymous = table.Column<bool>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Industry = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Keywords = table.Column<string>(type: "TEXT", nullable: false),
                    TrlMin = table.Column<int>(type: "INTEGER", nullable: true),
                    CooperationCodes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    BudgetMin = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    BudgetMax = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Problem_En = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Problem_Zh = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Targets_En = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Targets_Zh = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Title_Zh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_demands_Demands", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_demands_Demands_OrganisationId_ChangedAt",
                table: "demands_Demands",
                columns: new[] { "OrganisationId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_demands_Demands_OrganisationId_ExternalId",
                table: "demands_Demands",
                columns: new[] { "OrganisationId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_demands_Demands_Status_Deadline",
                table: "demands_Demands",
                columns: new[] { "Status", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_demands_Demands_Status_Field_TrlMin_Province_CooperationCodes_BudgetMax_OrganisationId",
                table: "demands_Demands",
                columns: new[] { "Status", "Field", "TrlMin", "Province", "CooperationCodes", "BudgetMax", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_demands_Demands_Status_PublishedAt",
                table: "demands_Demands",
                columns: new[] { "Status", "PublishedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demands_Demands");
        }
    }
}
