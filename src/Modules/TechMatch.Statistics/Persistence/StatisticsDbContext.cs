using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Statistics.Persistence;

internal sealed class StatisticsDbContext(DbContextOptions<StatisticsDbContext> options) : ModuleDbContext(options, "statistics");
