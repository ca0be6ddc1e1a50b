using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TechMatch.Migrations.PostgreSql.Platform
{
    /// <inheritdoc />
    public partial class QueueIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_DeliveredAt_DeadAt_NextAttemptAt",
                schema: "platform",
                table: "Outbox");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DeliveredAt_DeadAt",
                schema: "platform",
                table: "Outbox",
                columns: new[] { "DeliveredAt", "DeadAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Due",
                schema: "platform",
                table: "Outbox",
                columns: new[] { "Sequence", "NextAttemptAt", "LockedUntil", "LockedBy" },
                filter: "\"DeliveredAt\" IS NULL AND \"DeadAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Sequence_At",
                schema: "platform",
                table: "AuditTrail",
                columns: new[] { "Sequence", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_DeliveredAt_DeadAt",
                schema: "platform",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Due",
                schema: "platform",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_Sequence_At",
                schema: "platform",
                table: "AuditTrail");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DeliveredAt_DeadAt_NextAttemptAt",
                schema: "platform",
                table: "Outbox",
                columns: new[] { "DeliveredAt", "DeadAt", "NextAttemptAt" });
        }
    }
}
