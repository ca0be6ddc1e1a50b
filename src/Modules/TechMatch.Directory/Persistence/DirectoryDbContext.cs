using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Directory.Persistence;

internal sealed class DirectoryDbContext(DbContextOptions<DirectoryDbContext> options) : ModuleDbContext(options, "directory");
