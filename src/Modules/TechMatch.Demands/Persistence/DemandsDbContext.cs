using Microsoft.EntityFrameworkCore;
using TechMatch.Demands.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Demands.Persistence;

internal sealed class DemandsDbContext(DbContextOptions<DemandsDbContext> options) : ModuleDbContext(options, "demands")
{
    public DbSet<Demand> Demands => Set<Demand>();
}
