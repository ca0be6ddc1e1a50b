using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Audit;

/// <summary>Turns a tracked change into an audit entry.</summary>
internal static class AuditWriter
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static AuditEntry Describe(EntityEntry<Aggregate> entry, string module, ICurrentUser user, string action, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        At = now,
        ActorId = user.Id,
        Actor = Cut(user.Name, AuditEntry.NameMaxLength),
        Action = action,
        Module = module,
        Subject = entry.Metadata.ClrType.Name,
        SubjectId = string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(key => Text(entry.Property(key).CurrentValue))),
        Version = entry.State is EntityState.Deleted ? 0 : entry.Entity.Version,
        Changes = JsonSerializer.Serialize(Changes(entry), Json),
    };

    private static SortedDictionary<string, string?[]> Changes(EntityEntry entry)
    {
        var changes = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        Collect(entry.State, entry.Properties, "", changes);
        foreach (var complex in entry.ComplexProperties) Collect(entry.State, complex.Properties, complex.Metadata.Name + ".", changes);
        return changes;
    }

    private static void Collect(EntityState state, IEnumerable<PropertyEntry> properties, string prefix, SortedDictionary<string, string?[]> changes)
    {
        foreach (var property in properties)
        {
            if (property.Metadata.Name is nameof(Aggregate.Version) or nameof(Aggregate.ChangedAt)) continue;
            if (state is EntityState.Modified && !property.IsModified) continue;
            var secret = property.Metadata.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute)) is true;
            var before = state is EntityState.Added ? null : Shown(property.OriginalValue, secret);
            var after = state is EntityState.Deleted ? null : Shown(property.CurrentValue, secret);
            if (before is not null || after is not null) changes[prefix + property.Metadata.Name] = [before, after];
        }
    }

    private static string? Shown(object? value, bool secret) => value is null ? null : secret ? "•" : Cut(Text(value), AuditEntry.ValueMaxLength);

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Text)),
        _ when value.GetType().GetProperty("Value", BindingFlags.Instance | BindingFlags.Public) is { PropertyType: var type } id && type == typeof(Guid) => id.GetValue(value)!.ToString()!,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
