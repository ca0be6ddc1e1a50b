using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shouldly;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;

namespace TechMatch.ArchitectureTests;

public class BoundaryTests
{
    [Fact]
    public void A_module_knows_only_Shared_and_Integration_and_Matching_also_the_engine()
    {
        foreach (var module in House.Modules.NotEmpty("modules"))
        {
            string[] allowed = module.GetName().Name == "TechMatch.Matching" ? ["TechMatch.Shared", "TechMatch.Integration", "TechMatch.MatchEngine"] : ["TechMatch.Shared", "TechMatch.Integration"];

            var known = module.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("TechMatch.", StringComparison.Ordinal));

            known.Except(allowed).ShouldBeEmpty($"{module.GetName().Name} knows what it must not know");
        }
    }

    [Fact]
    public void Integration_knows_only_Shared_and_Shared_knows_none_of_us()
    {
        Ours(House.Integration).Except(["TechMatch.Shared"]).ShouldBeEmpty();
        Ours(House.Shared).ShouldBeEmpty();
        Ours(typeof(TechMatch.MatchEngine.MatchIndex).Assembly).ShouldBeEmpty();

        static IEnumerable<string> Ours(Assembly assembly) =>
            assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("TechMatch.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_module_shows_nothing_but_its_entry()
    {
        foreach (var module in House.Modules.NotEmpty("modules"))
        {
            var name = module.GetName().Name!.Split('.')[^1];

            module.GetExportedTypes().Where(type => type.Name != $"{name}Module").Select(type => type.FullName).ShouldBeEmpty($"{name} shows more than {name}Module");
        }
    }

    [Fact]
    public void No_module_names_a_database_product()
    {
        string[] products = ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL", "Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient"];

        foreach (var assembly in House.Modules.Append(House.Shared).NotEmpty("assemblies"))
            assembly.GetReferencedAssemblies().Select(name => name.Name!).Intersect(products).ShouldBeEmpty($"{assembly.GetName().Name} names a product");
    }

    [Fact]
    public void Every_request_has_exactly_one_handler()
    {
        var requests = House.Modules.Append(House.Integration).Append(typeof(Program).Assembly).SelectMany(HouseRequests).NotEmpty("requests");
        var handled = House.Modules.Append(typeof(Program).Assembly).SelectMany(assembly => assembly.WrittenTypes()).Where(type => !type.IsAbstract)
            .SelectMany(type => type.GetInterfaces()).Where(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(contract => contract.GetGenericArguments()[0]).ToLookup(request => request);

        requests.Where(request => handled[request].Count() != 1).Select(request => $"{request.FullName}: {handled[request].Count()} handlers").ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_of_a_module_says_who_may_send_it()
    {
        var requests = House.Modules.Append(typeof(Program).Assembly).SelectMany(HouseRequests).NotEmpty("requests of modules");

        requests.Where(request => Said(request) != 1).Select(request => request.FullName).ShouldBeEmpty("each carries exactly one of [RequirePermission], [SignedIn], [Anyone]");

        static int Said(Type request) => new[] { typeof(RequirePermissionAttribute), typeof(SignedInAttribute), typeof(AnyoneAttribute) }.Count(attribute => request.IsDefined(attribute));
    }

    [Fact]
    public void Every_event_has_a_consumer()
    {
        var events = House.Integration.WrittenTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IIntegrationEvent))).NotEmpty("events");
        var consumed = Consumers().Select(EventOf).ToHashSet();

        events.Where(fact => !consumed.Contains(fact)).Select(fact => fact.Name).ShouldBeEmpty("an event that nobody consumes is noise");
    }

    [Fact]
    public void Every_consumer_applies_exactly_once_by_deriving_from_ModuleConsumer()
    {
        var consumers = MessagingSetup.Consumers(House.Modules).NotEmpty("consumers");

        consumers.Where(consumer => EventOf(consumer) is null).Select(consumer => consumer.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Consumer_names_are_unique_because_the_inbox_and_the_queues_go_by_them() =>
        Consumers().GroupBy(consumer => consumer.Name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Integration_holds_primitives_only()
    {
        var properties = House.Integration.WrittenTypes().Where(type => type.IsAssignableTo(typeof(IIntegrationEvent)) && type.IsClass)
            .SelectMany(type => type.GetProperties().Select(property => (Type: type, Property: property))).NotEmpty("event properties");

        properties.Where(pair => !IsPrimitive(pair.Property.PropertyType)).Select(pair => $"{pair.Type.Name}.{pair.Property.Name}").ShouldBeEmpty();

        static bool IsPrimitive(Type type)
        {
            var bare = Nullable.GetUnderlyingType(type) ?? type;
            return bare.IsPrimitive || bare == typeof(string) || bare == typeof(decimal) || bare == typeof(Guid) || bare == typeof(DateOnly) || bare == typeof(DateTimeOffset);
        }
    }

    [Fact]
    public void Page_models_are_named_after_their_file_and_are_unique_over_all_modules()
    {
        var pages = House.Modules.Append(typeof(Program).Assembly).SelectMany(assembly => assembly.WrittenTypes()).Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(PageModel))).NotEmpty("pages");

        pages.GroupBy(page => page.Name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
        pages.Where(page => !page.Name.EndsWith("Page", StringComparison.Ordinal)).Select(page => page.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void A_module_has_exactly_one_context_and_every_context_is_migrated_for_every_product()
    {
        var contexts = House.Modules.SelectMany(module => module.WrittenTypes().Where(type => type.IsAssignableTo(typeof(ModuleDbContext)))).NotEmpty("contexts");

        contexts.Count.ShouldBe(House.Modules.Count);
        foreach (var product in Products.All)
            contexts.Select(context => context.Name).Except(product.Contexts.Select(context => context.GetType().Name)).ShouldBeEmpty($"{product.Product.Name} lacks a line in Contexts.cs");
    }

    private static IReadOnlyList<Type> Consumers() => MessagingSetup.Consumers(House.Modules).NotEmpty("consumers");

    private static Type? EventOf(Type consumer)
    {
        for (var type = consumer.BaseType; type is not null; type = type.BaseType)
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ModuleConsumer<>)) return type.GetGenericArguments()[0];
        return null;
    }

    private static IEnumerable<Type> HouseRequests(Assembly assembly) => assembly.WrittenTypes()
        .Where(type => !type.IsAbstract && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequest<>)));
}
