using TechMatch.Brokerage.Persistence;
using TechMatch.Contracts.Persistence;
using TechMatch.Demands.Persistence;
using TechMatch.Directory.Persistence;
using TechMatch.Listings.Persistence;
using TechMatch.Matching.Persistence;
using TechMatch.Reference.Persistence;
using TechMatch.Shared.Persistence;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Migrations.PostgreSql;

// One line per context: the tools find each here when a migration is added.
internal sealed class PlatformContext() : ContextFactory<PlatformDbContext>(new PostgreSqlProduct(), DatabaseProduct.PlatformModule);

internal sealed class DirectoryContext() : ContextFactory<DirectoryDbContext>(new PostgreSqlProduct(), "directory");

internal sealed class ListingsContext() : ContextFactory<ListingsDbContext>(new PostgreSqlProduct(), "listings");

internal sealed class DemandsContext() : ContextFactory<DemandsDbContext>(new PostgreSqlProduct(), "demands");

internal sealed class MatchingContext() : ContextFactory<MatchingDbContext>(new PostgreSqlProduct(), "matching");

internal sealed class BrokerageContext() : ContextFactory<BrokerageDbContext>(new PostgreSqlProduct(), "brokerage");

internal sealed class ContractsContext() : ContextFactory<ContractsDbContext>(new PostgreSqlProduct(), "contracts");

internal sealed class StatisticsContext() : ContextFactory<StatisticsDbContext>(new PostgreSqlProduct(), "statistics");

internal sealed class ReferenceContext() : ContextFactory<ReferenceDbContext>(new PostgreSqlProduct(), "reference");
