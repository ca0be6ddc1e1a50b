using TechMatch.Brokerage.Persistence;
using TechMatch.Contracts.Persistence;
using TechMatch.Demands.Persistence;
using TechMatch.Directory.Persistence;
using TechMatch.Listings.Persistence;
using TechMatch.Matching.Persistence;
using TechMatch.Reference.Persistence;
using TechMatch.Shared.Persistence;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Migrations.Sqlite;

// One line per context: the tools find each here when a migration is added.
internal sealed class PlatformContext() : ContextFactory<PlatformDbContext>(new SqliteProduct(), DatabaseProduct.PlatformModule);

internal sealed class DirectoryContext() : ContextFactory<DirectoryDbContext>(new SqliteProduct(), "directory");

internal sealed class ListingsContext() : ContextFactory<ListingsDbContext>(new SqliteProduct(), "listings");

internal sealed class DemandsContext() : ContextFactory<DemandsDbContext>(new SqliteProduct(), "demands");

internal sealed class MatchingContext() : ContextFactory<MatchingDbContext>(new SqliteProduct(), "matching");

internal sealed class BrokerageContext() : ContextFactory<BrokerageDbContext>(new SqliteProduct(), "brokerage");

internal sealed class ContractsContext() : ContextFactory<ContractsDbContext>(new SqliteProduct(), "contracts");

internal sealed class StatisticsContext() : ContextFactory<StatisticsDbContext>(new SqliteProduct(), "statistics");

internal sealed class ReferenceContext() : ContextFactory<ReferenceDbContext>(new SqliteProduct(), "reference");
