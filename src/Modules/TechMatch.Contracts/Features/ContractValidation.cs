using FluentValidation;
using TechMatch.Contracts.Domain;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>Shapes that several requests share.</summary>
internal static class ContractValidation
{
    /// <summary>Nothing, or a code of the list's present version.</summary>
    public static IRuleBuilderOptions<T, string?> IsCode<T>(this IRuleBuilder<T, string?> rule, ICodeLists codes, string list, Texts texts) =>
        rule.Must(code => code is null || codes.Has(list, code)).WithMessage(_ => texts["contracts.validation.code"]);

    /// <summary>Nothing, or a subtype that belongs to the type beside it.</summary>
    public static IRuleBuilderOptions<T, string?> IsSubtype<T>(this IRuleBuilder<T, string?> rule, ICodeLists codes, Func<T, string?> type, Texts texts) =>
        rule.Must((request, subtype) => subtype is null || codes.Of(CodeList.Subtype).Any(code => code.Value == subtype && code.Parent == type(request)))
            .WithMessage(_ => texts["contracts.validation.subtype"]);

    /// <summary>An amount of money: up to the largest that is kept, with at most two decimals.</summary>
    public static IRuleBuilderOptions<T, decimal> IsAmount<T>(this IRuleBuilder<T, decimal> rule) =>
        rule.InclusiveBetween(0, TechnologyContract.AmountMax).PrecisionScale(18, 2, ignoreTrailingZeros: true);

    /// <summary>Nothing, or an amount of money.</summary>
    public static IRuleBuilderOptions<T, decimal?> IsAmount<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.InclusiveBetween(0, TechnologyContract.AmountMax).PrecisionScale(18, 2, ignoreTrailingZeros: true);
}

/// <summary>The code lists of a contract.</summary>
internal static class CodeList
{
    public const string Type = "contract-type";
    public const string Subtype = "contract-subtype";
    public const string Currency = "currency";
    public const string PaymentForm = "payment-form";
    public const string Field = "technology-field";
    public const string PlanSource = "plan-source";
    public const string Objective = "socio-economic-objective";
    public const string Cooperation = "cooperation-mode";
    public const string Flow = "flow";
    public const string Region = "region";
}
