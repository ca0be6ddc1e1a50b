using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace TechMatch.Shared.Persistence;

/// <summary>
/// All that differs between SQLite, SQL Server and PostgreSQL. One implementation in each migrations project; modules
/// never name a product.
/// </summary>
public abstract class DatabaseProduct
{
    /// <summary>The schema of outbox, inbox, jobs, files and audit trail.</summary>
    public const string PlatformModule = "platform";

    /// <summary>The value of <c>Database:Provider</c>.</summary>
    public abstract string Name { get; }

    /// <summary>A connection string that parses; the migration tools never connect.</summary>
    public abstract string DesignTimeConnectionString { get; }

    /// <summary>Configures a module's context: provider, migrations assembly, history table of the module.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="module">The module's name in lower case.</param>
    public abstract void Configure(DbContextOptionsBuilder options, string connectionString, string module);

    /// <summary>
    /// SQL that claims up to {2} due outbox rows for node {0} until {1}, given the time {3}; rows that another node is
    /// claiming at this moment are passed over, not waited for.
    /// </summary>
    public abstract string ClaimOutbox { get; }

    /// <summary>A time as this product's columns hold it, for SQL written by hand.</summary>
    /// <param name="time">The time.</param>
    public abstract object Time(DateTimeOffset time);

    /// <summary>
    /// Fails at once, with a failure that <see cref="Explain"/> knows, when the server cannot be reached or refuses the
    /// sign-in. A database that does not exist yet is no failure: migrating makes it.
    /// </summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task Reach(string connectionString, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A setting of the database that works but should be another: one line for its administrator; null when all is well.</summary>
    /// <param name="context">Any context of the database.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task<string?> Advise(DbContext context, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Clears what a killed migration may have left in the way of the next.</summary>
    /// <param name="context">Any context of the database.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task BeforeMigrating(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What a person is told when the database cannot be opened; null for a failure that is about something else.</summary>
    /// <param name="failure">The failure; what a provider wraps around its own is looked through.</param>
    public string? Explain(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is DbException known && ExplainOwn(known) is { } explanation) return explanation;
        return null;
    }

    /// <summary>The same for one failure of this product's driver.</summary>
    /// <param name="failure">The failure.</param>
    protected abstract string? ExplainOwn(DbException failure);
}

/// <summary>The database cannot be used; the message is one line for the person who started the program.</summary>
/// <param name="message">One line: what is wrong and what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class DatabaseUnusableException(string message, Exception? inner = null) : Exception(message, inner);
