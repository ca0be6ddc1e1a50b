using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Listings.Persistence;

internal sealed class ListingsDbContext(DbContextOptions<ListingsDbContext> options) : ModuleDbContext(options, "listings");
