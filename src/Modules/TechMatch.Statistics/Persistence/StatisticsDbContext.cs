using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;
using TechMatch.Statistics.Domain;

namespace TechMatch.Statistics.Persistence;

internal sealed class StatisticsDbContext(DbContextOptions<StatisticsDbContext> options) : ModuleDbContext(options, "statistics")
{
    public DbSet<MarketEntry> Market => Set<MarketEntry>();

    public DbSet<DealFact> Deals => Set<DealFact>();

    public DbSet<ContractFact> Contracts => Set<ContractFact>();
}
