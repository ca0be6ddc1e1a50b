using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.Sqlite.Platform
{
    /// <inheritdoc />
    public partial class QueueIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_platform_Outbox_DeliveredAt_DeadAt_NextAttemptAt",
                table: "platform_Outbox");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Due",
                table: "platform_Outbox",
                columns: new[] { "Sequence", "NextAttemptAt", "LockedUntil", "LockedBy" },
                filter: "\"DeliveredAt\" IS NULL AND \"DeadAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Outbox_DeliveredAt_DeadAt",
                table: "platform_Outbox",
                columns: new[] { "DeliveredAt", "DeadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_AuditTrail_Sequence_At",
                table: "platform_AuditTrail",
                columns: new[] { "Sequence", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_Due",
                table: "platform_Outbox");

            migrationBuilder.DropIndex(
                name: "IX_platform_Outbox_DeliveredAt_DeadAt",
                table: "platform_Outbox");

            migrationBuilder.DropIndex(
                name: "IX_platform_AuditTrail_Sequence_At",
                table: "platform_AuditTrail");

            migrationBuilder.CreateIndex(
                name: "IX_platform_Outbox_DeliveredAt_DeadAt_NextAttemptAt",
                table: "platform_Outbox",
                columns: new[] { "DeliveredAt", "DeadAt", "NextAttemptAt" });
        }
    }
}
