using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Reference.Persistence;

internal sealed class ReferenceDbContext(DbContextOptions<ReferenceDbContext> options) : ModuleDbContext(options, "reference");
