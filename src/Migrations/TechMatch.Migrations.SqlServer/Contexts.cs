using TechMatch.Brokerage.Persistence;
using TechMatch.Contracts.Persistence;
using TechMatch.Demands.Persistence;
using TechMatch.Directory.Persistence;
using TechMatch.Listings.Persistence;
using TechMatch.Matching.Persistence;
using TechMatch.Reference.Persistence;
using TechMatch.Shared.Persistence;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Migrations.SqlServer;

// One line per context: the tools find each here when a migration is added.
internal sealed class PlatformContext() : ContextFactory<PlatformDbContext>(new SqlServerProduct(), DatabaseProduct.PlatformModule);

internal sealed class DirectoryContext() : ContextFactory<DirectoryDbContext>(new SqlServerProduct(), "directory");

internal sealed class ListingsContext() : ContextFactory<ListingsDbContext>(new SqlServerProduct(), "listings");

internal sealed class DemandsContext() : ContextFactory<DemandsDbContext>(new SqlServerProduct(), "demands");

internal sealed class MatchingContext() : ContextFactory<MatchingDbContext>(new SqlServerProduct(), "matching");

internal sealed class BrokerageContext() : ContextFactory<BrokerageDbContext>(new SqlServerProduct(), "brokerage");

internal sealed class ContractsContext() : ContextFactory<ContractsDbContext>(new SqlServerProduct(), "contracts");

internal sealed class StatisticsContext() : ContextFactory<StatisticsDbContext>(new SqlServerProduct(), "statistics");

internal sealed class ReferenceContext() : ContextFactory<ReferenceDbContext>(new SqlServerProduct(), "reference");
