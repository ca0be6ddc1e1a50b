using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;

namespace TechMatch.ArchitectureTests;

public class ModelTests
{
    // SQL Server refuses a longer key of a nonclustered index; of a clustered one 900.
    private const int LongestKey = 1700;
    private const int LongestClusteredKey = 900;

    [Fact]
    public void No_model_has_changes_that_lack_a_migration_on_any_product()
    {
        foreach (var product in Products.All)
            product.Contexts.NotEmpty("contexts").Where(context => context.Database.HasPendingModelChanges())
                .Select(context => $"{product.Product.Name} {context.GetType().Name}: run scripts/add-migration").ShouldBeEmpty();
    }

    [Fact]
    public void SQL_Server_indexes_have_no_unlimited_text_and_no_key_over_its_limit()
    {
        var tables = SqlServerTables().NotEmpty("tables");
        var keys = tables.SelectMany(table => table.GetIndexes().Select(index => (Name: index.GetDatabaseName()!, index.Properties, Limit: LongestKey))
            .Concat(table.GetKeys().Select(key => (Name: key.GetName()!, key.Properties, Limit: key.IsPrimaryKey() ? LongestClusteredKey : LongestKey)))).NotEmpty("indexes and keys");

        foreach (var (name, properties, limit) in keys)
        {
            var bytes = properties.Select(property => (Column: property.Name, Bytes: BytesOf(property))).ToList();
            bytes.Where(column => column.Bytes is null).Select(column => column.Column).ShouldBeEmpty($"{name} indexes unlimited text");
            bytes.Sum(column => column.Bytes!.Value).ShouldBeLessThanOrEqualTo(limit, name);
        }
    }

    [Fact]
    public void SQL_Server_compares_text_that_identifies_something_exactly()
    {
        var texts = SqlServerTables().SelectMany(table => table.GetKeys().SelectMany(key => key.Properties).Concat(table.GetIndexes().Where(index => index.IsUnique).SelectMany(index => index.Properties)))
            .Where(property => property.ClrType == typeof(string)).NotEmpty("texts in keys and unique indexes");

        texts.Where(property => property.GetCollation() != "Latin1_General_100_BIN2").Select(property => $"{property.DeclaringType.Name}.{property.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void SQL_Server_sees_at_most_one_cascade_path_between_any_two_tables()
    {
        var cascades = SqlServerTables().SelectMany(table => table.GetForeignKeys())
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && !key.IsOwnership)
            .Select(key => (From: key.PrincipalEntityType, To: key.DeclaringEntityType)).ToLookup(edge => edge.From, edge => edge.To);

        foreach (var start in SqlServerTables().NotEmpty("tables"))
        {
            var reached = new List<IEntityType>();
            Walk(start, [], reached);
            reached.GroupBy(table => table).Where(group => group.Count() > 1).Select(group => $"{start.GetTableName()} → {group.Key.GetTableName()}").ShouldBeEmpty("error 1785");
        }

        void Walk(IEntityType from, HashSet<IEntityType> path, List<IEntityType> reached)
        {
            foreach (var to in cascades[from])
            {
                reached.Add(to);
                if (path.Add(to)) Walk(to, path, reached);
            }
        }
    }

    [Fact]
    public void Every_text_that_is_not_a_payload_has_a_length()
    {
        // JSON documents and texts whose length another rule bounds.
        string[] unlimited = ["Payload", "Changes", "Json", "Content"];

        var texts = SqlServerTables().SelectMany(table => AllProperties(table)).Where(property => property.ClrType == typeof(string)).NotEmpty("text columns");

        texts.Where(property => property.GetMaxLength() is null && !unlimited.Contains(property.Name))
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}").ShouldBeEmpty();
    }

    private static IEnumerable<IEntityType> SqlServerTables() => Products.SqlServer.Contexts
        .SelectMany(context => context.GetService<IDesignTimeModel>().Model.GetEntityTypes()).Where(table => table.GetTableName() is not null && !table.IsMappedToJson());

    private static IEnumerable<IProperty> AllProperties(ITypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => AllProperties(complex.ComplexType)));

    private static int? BytesOf(IProperty property)
    {
        var type = property.GetColumnType().ToLowerInvariant();
        if (type.Contains("max", StringComparison.Ordinal)) return null;
        if (type.StartsWith("nvarchar", StringComparison.Ordinal)) return 2 * property.GetMaxLength();
        if (type.StartsWith("varchar", StringComparison.Ordinal)) return property.GetMaxLength();
        // The widest of the types without a length (uniqueidentifier) takes 16 bytes.
        return 16;
    }
}
