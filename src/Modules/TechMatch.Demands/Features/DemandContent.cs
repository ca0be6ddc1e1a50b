using FluentValidation;
using TechMatch.Demands.Domain;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>What is written down of a need, in a form or through the API. At least one of the titles must be there.</summary>
internal record DemandContent
{
    public string? TitleZh { get; init; }

    public string? TitleEn { get; init; }

    public string? ProblemZh { get; init; }

    public string? ProblemEn { get; init; }

    public string? TargetsZh { get; init; }

    public string? TargetsEn { get; init; }

    public string? Field { get; init; }

    public string? Industry { get; init; }

    public IReadOnlyList<string>? Keywords { get; init; }

    public int? TrlMin { get; init; }

    public IReadOnlyList<string>? Cooperation { get; init; }

    public decimal? BudgetMin { get; init; }

    public decimal? BudgetMax { get; init; }

    public string? Currency { get; init; }

    public DateOnly? Deadline { get; init; }

    public string? Region { get; init; }

    public bool IsAnonymous { get; init; }

    public DemandDetails ToDetails() => new(
        new(TitleZh, TitleEn), new(ProblemZh, ProblemEn), new(TargetsZh, TargetsEn), Blank(Field), Blank(Industry), Entries.Of(Keywords), TrlMin,
        [.. (Cooperation ?? []).Where(code => !string.IsNullOrWhiteSpace(code))], BudgetMin, BudgetMax, Blank(Currency) ?? Demand.UsualCurrency, Deadline, Blank(Region), IsAnonymous);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

internal abstract class DemandContentValidator<T> : AbstractValidator<T>
    where T : DemandContent
{
    protected DemandContentValidator(ICodeLists codes, Texts texts)
    {
        RuleFor(x => x.TitleZh).MaximumLength(Demand.TitleMaxLength);
        RuleFor(x => x.TitleEn).MaximumLength(Demand.TitleMaxLength);
        RuleFor(x => x.TitleZh).Must((content, _) => !new LocalizedText(content.TitleZh, content.TitleEn).IsEmpty).WithMessage(_ => texts["validation.either-language"]);
        RuleFor(x => x.ProblemZh).MaximumLength(Demand.ProblemMaxLength);
        RuleFor(x => x.ProblemEn).MaximumLength(Demand.ProblemMaxLength);
        RuleFor(x => x.TargetsZh).MaximumLength(Demand.TargetsMaxLength);
        RuleFor(x => x.TargetsEn).MaximumLength(Demand.TargetsMaxLength);
        RuleFor(x => x.TrlMin).InclusiveBetween(Demand.TrlLowest, Demand.TrlHighest);
        RuleFor(x => x.BudgetMin).InclusiveBetween(0, Demand.BudgetLimit);
        RuleFor(x => x.BudgetMax).InclusiveBetween(0, Demand.BudgetLimit);
        // Compared with nothing, any amount would be refused.
        RuleFor(x => x.BudgetMax).GreaterThanOrEqualTo(x => x.BudgetMin).When(x => x.BudgetMin is not null).WithMessage(_ => texts["validation.max-below-min"]);
        RuleFor(x => x.Cooperation).AreListed(codes, CodeListNames.Cooperation, texts);
        RuleFor(x => x.Keywords).AreEntries(Demand.KeywordsMax, Demand.KeywordMaxLength, texts);
        RuleFor(x => x.Field).IsListed(codes, CodeListNames.Field, texts);
        RuleFor(x => x.Industry).IsListed(codes, CodeListNames.Industry, texts);
        RuleFor(x => x.Currency).IsListed(codes, CodeListNames.Currency, texts);
        RuleFor(x => x.Region).IsListed(codes, CodeListNames.Region, texts);
    }
}
