using Microsoft.EntityFrameworkCore;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Listings.Persistence;

internal sealed class ListingsDbContext(DbContextOptions<ListingsDbContext> options) : ModuleDbContext(options, "listings")
{
    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<ExclusiveGrant> ExclusiveGrants => Set<ExclusiveGrant>();
}
