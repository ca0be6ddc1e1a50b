using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Brokerage.Persistence;

internal sealed class BrokerageDbContext(DbContextOptions<BrokerageDbContext> options) : ModuleDbContext(options, "brokerage")
{
    public DbSet<Interest> Interests => Set<Interest>();

    public DbSet<Deal> Deals => Set<Deal>();

    public DbSet<DealEvent> DealEvents => Set<DealEvent>();
}
