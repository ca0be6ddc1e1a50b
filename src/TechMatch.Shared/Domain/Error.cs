namespace TechMatch.Shared.Domain;

/// <summary>What kind of refusal an <see cref="Error"/> is; it decides the HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>A rule of the domain forbids it in the present state: 409.</summary>
    Rule,

    /// <summary>The input has the wrong shape: 400.</summary>
    Shape,

    /// <summary>The user may not do it: 403.</summary>
    Forbidden,

    /// <summary>Who asks is not known, or could not prove it: 401.</summary>
    Unknown,
}

/// <summary>A named refusal. Its text stands in the resource files under <see cref="Code"/>, so that each user reads it in their language.</summary>
/// <param name="Code">Stable, lower case, <c>noun.reason-in-words</c>, for example <c>listing.not-published</c>.</param>
/// <param name="Kind">Decides the HTTP status; a rule by default.</param>
public sealed record Error(string Code, ErrorKind Kind = ErrorKind.Rule);
