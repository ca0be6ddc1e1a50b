using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Directory.Persistence;

internal sealed class DirectoryDbContext(DbContextOptions<DirectoryDbContext> options) : ModuleDbContext(options, "directory")
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Person> People => Set<Person>();
}
