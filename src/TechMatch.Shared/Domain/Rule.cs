using System.Diagnostics.CodeAnalysis;

namespace TechMatch.Shared.Domain;

/// <summary>The one way an aggregate refuses: <c>Rule.Require(Status is Published, ListingErrors.NotPublished)</c>.</summary>
public static class Rule
{
    /// <summary>Does nothing when <paramref name="condition"/> holds.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="error">What the user is told otherwise.</param>
    /// <param name="arguments">Values for the numbered places of the error's text.</param>
    /// <exception cref="RuleViolationException">The condition does not hold.</exception>
    public static void Require([DoesNotReturnIf(false)] bool condition, Error error, params object[] arguments)
    {
        if (!condition) throw new RuleViolationException(error, arguments);
    }
}

/// <summary>A rule said no. Mapped once to ProblemDetails and to a message on the page.</summary>
/// <param name="error">The named refusal.</param>
/// <param name="arguments">Values for the numbered places of its text.</param>
public sealed class RuleViolationException(Error error, params object[] arguments) : Exception(error.Code)
{
    /// <summary>The named refusal.</summary>
    public Error Error { get; } = error;

    /// <summary>Values for the numbered places of its text.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}

/// <summary>There is no such thing, or the user may not know that there is: 404.</summary>
/// <param name="what">The kind of thing, for the log.</param>
/// <param name="id">Its id, for the log.</param>
public sealed class NotFoundException(string what, object? id) : Exception($"{what} {id} was not found.");

/// <summary>The thing was changed by somebody else since the caller read it: 412.</summary>
public sealed class StaleVersionException() : Exception("The version the caller named is not the present one.");
