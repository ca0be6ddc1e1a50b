using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Identity;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Access;

/// <summary>Identity's refusals in the user's language.</summary>
internal sealed class IdentityTexts(Texts texts) : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(nameof(DefaultError), texts["problem.unexpected"]);

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), texts["problem.stale"]);

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), texts["person.email-taken"]);

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), texts["person.email-wrong"]);

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), texts["person.password-wrong"]);

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), texts["person.password-short", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), texts["person.password-monotonous", uniqueChars]);

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}

internal static class IdentityResults
{
    /// <summary>Puts each refusal beside the field that it is about.</summary>
    /// <param name="result">Identity's answer.</param>
    /// <param name="password">The name of the field that holds the new password.</param>
    public static void Require(this IdentityResult result, string password)
    {
        if (result.Succeeded) return;
        throw new ValidationException(result.Errors.Select(error => new ValidationFailure(FieldOf(error.Code, password), error.Description)));
    }

    private static string FieldOf(string code, string password) => code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.InvalidUserName) => "Email",
        nameof(IdentityErrorDescriber.PasswordMismatch) => "CurrentPassword",
        _ when code.StartsWith("Password", StringComparison.Ordinal) => password,
        _ => "",
    };
}
