using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TechMatch.Shared.Audit;

/// <summary>One change of one aggregate: who, when, by which use case, what was there before and after. Written in the change's own transaction.</summary>
public sealed class AuditEntry
{
    /// <summary>Longest name of actor, action, kind of subject.</summary>
    public const int NameMaxLength = 200;

    /// <summary>Longest value that is kept of a changed field.</summary>
    public const int ValueMaxLength = 200;

    /// <summary>Length of <see cref="Hash"/>: SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    /// <summary>Version 7: grows with time, though SQL Server orders such ids otherwise.</summary>
    public Guid Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The person; null for the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The person's name, or the system's part that acted.</summary>
    public required string Actor { get; init; }

    /// <summary>The use case or consumer, by its type name.</summary>
    public required string Action { get; init; }

    /// <summary>The module.</summary>
    public required string Module { get; init; }

    /// <summary>The kind of aggregate.</summary>
    public required string Subject { get; init; }

    /// <summary>The aggregate's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The aggregate's version after the change; 0 when it was deleted.</summary>
    public long Version { get; init; }

    /// <summary>JSON: field → [before, after], each value cut at <see cref="ValueMaxLength"/>.</summary>
    public required string Changes { get; init; }

    /// <summary>Its place in the chain; null until sealed.</summary>
    public long? Sequence { get; internal set; }

    /// <summary>SHA-256 over the previous hash and every field of this entry; null until sealed.</summary>
    public string? Hash { get; internal set; }

    /// <summary>What <see cref="Hash"/> must be, given its place and the hash before it.</summary>
    /// <param name="sequence">Its place in the chain, from 1.</param>
    /// <param name="previous">The hash before it; empty for the first.</param>
    public string HashAfter(long sequence, string previous)
    {
        // Milliseconds: the coarsest that every database product gives back unchanged.
        var parts = new[]
        {
            previous, sequence.ToString(CultureInfo.InvariantCulture), Id.ToString("N"),
            At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), ActorId?.ToString("N") ?? "", Actor, Action, Module, Subject,
            SubjectId, Version.ToString(CultureInfo.InvariantCulture), Changes,
        };
        // Each part is led by its length: moving a character from one field to the next must not go unseen.
        var text = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>The use case under way; one per request or message.</summary>
public sealed class AuditScope
{
    /// <summary>The outermost use case's name; "Unnamed" when nothing began.</summary>
    public string Action { get; private set; } = "Unnamed";

    /// <summary>Names the use case; a request sent from within another keeps the outer name.</summary>
    /// <param name="action">A type name.</param>
    public void Begin(string action)
    {
        if (Action == "Unnamed") Action = action;
    }
}

/// <summary>Keeps a property's value out of the audit trail (secrets); its change is still noted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;
