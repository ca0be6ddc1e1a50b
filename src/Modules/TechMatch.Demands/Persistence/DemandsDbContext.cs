using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Demands.Persistence;

internal sealed class DemandsDbContext(DbContextOptions<DemandsDbContext> options) : ModuleDbContext(options, "demands");
