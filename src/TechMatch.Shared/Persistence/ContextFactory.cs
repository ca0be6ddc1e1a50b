using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TechMatch.Shared.Persistence;

/// <summary>Makes a module's context without the application: for the migration tools and for tests of the model. It never connects.</summary>
/// <typeparam name="TContext">The context.</typeparam>
/// <param name="product">The database product.</param>
/// <param name="module">The module's name in lower case.</param>
public abstract class ContextFactory<TContext>(DatabaseProduct product, string module) : IDesignTimeDbContextFactory<TContext>
    where TContext : ModuleDbContext
{
    /// <inheritdoc/>
    public TContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<TContext>();
        product.Configure(options, product.DesignTimeConnectionString, module);
        return (TContext)Activator.CreateInstance(typeof(TContext), options.Options)!;
    }
}
