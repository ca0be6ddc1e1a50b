using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.SqlServer.Demands
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "demands");

            migrationBuilder.CreateTable(
                name: "Demands",
                schema: "demands",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsAnonymous = table.Column<bool>(type: "bit", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Industry = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Keywords = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TrlMin = table.Column<int>(type: "int", nullable: true),
                    CooperationCodes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    BudgetMin = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    BudgetMax = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    Region = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Province = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Problem_En = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: true),
                    Problem_Zh = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: true),
                    Targets_En = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Targets_Zh = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Title_En = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Title_Zh = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Demands", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Demands_OrganisationId_ChangedAt",
                schema: "demands",
                table: "Demands",
                columns: new[] { "OrganisationId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Demands_OrganisationId_ExternalId",
                schema: "demands",
                table: "Demands",
                columns: new[] { "OrganisationId", "ExternalId" },
                unique: true,
                filter: "[ExternalId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Demands_Status_Deadline",
                schema: "demands",
                table: "Demands",
                columns: new[] { "Status", "Deadline" });

            migrationBuilder.CreateIndex(
                name: "IX_Demands_Status_Field_TrlMin_Province_CooperationCodes_BudgetMax_OrganisationId",
                schema: "demands",
                table: "Demands",
                columns: new[] { "Status", "Field", "TrlMin", "Province", "CooperationCodes", "BudgetMax", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Demands_Status_PublishedAt",
                schema: "demands",
                table: "Demands",
                columns: new[] { "Status", "PublishedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Demands",
                schema: "demands");
        }
    }
}
