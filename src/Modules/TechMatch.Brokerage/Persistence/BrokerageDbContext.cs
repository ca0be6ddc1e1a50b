using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Brokerage.Persistence;

internal sealed class BrokerageDbContext(DbContextOptions<BrokerageDbContext> options) : ModuleDbContext(options, "brokerage");
