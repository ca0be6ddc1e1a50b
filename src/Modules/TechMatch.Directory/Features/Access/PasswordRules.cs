using FluentValidation;
using Microsoft.AspNetCore.Identity;
using TechMatch.Directory.Domain;

namespace TechMatch.Directory.Features.Access;

internal static class PasswordRules
{
    /// <summary>Identity's own rules for a password that is to be set, told together with everything else that is wrong.</summary>
    public static IRuleBuilderOptionsConditions<T, string> NewPassword<T>(this IRuleBuilder<T, string> rule, UserManager<Person> users) => rule.CustomAsync(async (password, context, _) =>
    {
        foreach (var validator in users.PasswordValidators)
            foreach (var error in (await validator.ValidateAsync(users, null!, password)).Errors) context.AddFailure(error.Description);
    });
}
