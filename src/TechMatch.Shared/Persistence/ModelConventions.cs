using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Persistence;

/// <summary>What every module's model obeys, said once.</summary>
internal static class ModelConventions
{
    private static readonly ValueConverter<DateTimeOffset, long> Ticks = new(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    // PostgreSQL refuses an offset other than zero.
    private static readonly ValueConverter<DateTimeOffset, DateTimeOffset> Utc = new(time => time.ToUniversalTime(), time => time);

    /// <param name="builder">The model.</param>
    /// <param name="module">Schema or prefix.</param>
    /// <param name="isSqlite">SQLite has neither schemas nor an order of times.</param>
    /// <param name="exactCollation">For text that identifies something; null where the database compares exactly by itself.</param>
    public static void Apply(ModelBuilder builder, string module, bool isSqlite, string? exactCollation)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            // SQLite has no schemas.
            if (isSqlite && entity.GetTableName() is { } table && entity.BaseType is null && !entity.IsOwned())
            {
                entity.SetTableName($"{entity.GetSchema() ?? module}_{table}");
                entity.SetSchema(null);
            }
            if (entity.ClrType.IsAssignableTo(typeof(Aggregate)) && entity.BaseType is null)
                entity.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
            foreach (var key in entity.GetKeys().SelectMany(key => key.Properties).Where(property => IsTypedId(property.ClrType)))
                key.ValueGenerated = ValueGenerated.Never;
            if (exactCollation is not null)
                foreach (var text in entity.GetKeys().SelectMany(key => key.Properties).Concat(entity.GetIndexes().Where(index => index.IsUnique).SelectMany(index => index.Properties)).Where(property => property.ClrType == typeof(string)))
                    text.SetCollation(exactCollation);
            foreach (var property in PropertiesOf(entity).Where(property => Underlying(property.ClrType) == typeof(DateTimeOffset)))
                // SQLite cannot order by DateTimeOffset: it stores ticks.
                property.SetValueConverter(isSqlite ? Ticks : Utc);
        }
    }

    private static IEnumerable<IMutableProperty> PropertiesOf(IMutableTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));

    private static bool IsTypedId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ITypedId<>));

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

internal sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
    where TId : struct, ITypedId<TId>
{
    // An expression tree cannot call a static interface member itself.
    private static TId From(Guid value) => TId.From(value);
}
