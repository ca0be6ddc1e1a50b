using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Matching.Persistence;

internal sealed class MatchingDbContext(DbContextOptions<MatchingDbContext> options) : ModuleDbContext(options, "matching");
