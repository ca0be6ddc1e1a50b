using System.Reflection;
using TechMatch.Brokerage;
using TechMatch.Contracts;
using TechMatch.Demands;
using TechMatch.Directory;
using TechMatch.Listings;
using TechMatch.Matching;
using TechMatch.Reference;
using TechMatch.Statistics;

namespace TechMatch.Web.Hosting;

/// <summary>Every module of the application; a new one is added here and nowhere else in the host.</summary>
internal static class Modules
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        typeof(DirectoryModule).Assembly, typeof(ReferenceModule).Assembly, typeof(ListingsModule).Assembly, typeof(DemandsModule).Assembly,
        typeof(MatchingModule).Assembly, typeof(BrokerageModule).Assembly, typeof(ContractsModule).Assembly, typeof(StatisticsModule).Assembly,
    ];

    public static void Add(IServiceCollection services) => services
        .AddDirectory().AddReference().AddListings().AddDemands().AddMatching().AddBrokerage().AddContracts().AddStatistics();

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDirectory();
        routes.MapReference();
        routes.MapListings();
        routes.MapDemands();
        routes.MapMatching();
        routes.MapBrokerage();
        routes.MapContracts();
        routes.MapStatistics();
    }
}
