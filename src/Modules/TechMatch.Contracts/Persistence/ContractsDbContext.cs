using Microsoft.EntityFrameworkCore;
using TechMatch.Contracts.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Contracts.Persistence;

internal sealed class ContractsDbContext(DbContextOptions<ContractsDbContext> options) : ModuleDbContext(options, "contracts")
{
    public DbSet<TechnologyContract> Contracts => Set<TechnologyContract>();
}
