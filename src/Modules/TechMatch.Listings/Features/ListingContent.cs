using FluentValidation;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Tables;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>What is written down of a listing, in a form or through the API. At least one of the titles must be there.</summary>
internal record ListingContent
{
    public string? TitleZh { get; init; }

    public string? TitleEn { get; init; }

    public string? SummaryZh { get; init; }

    public string? SummaryEn { get; init; }

    public string? AdvantagesZh { get; init; }

    public string? AdvantagesEn { get; init; }

    public string? ApplicationsZh { get; init; }

    public string? ApplicationsEn { get; init; }

    public string? Field { get; init; }

    public IReadOnlyList<string>? Keywords { get; init; }

    public int? Trl { get; init; }

    public string? IpKind { get; init; }

    public string? IpStatus { get; init; }

    public IReadOnlyList<string>? Cooperation { get; init; }

    public string? PriceKind { get; init; }

    public decimal? PriceMin { get; init; }

    public decimal? PriceMax { get; init; }

    public string? Currency { get; init; }

    public string? Region { get; init; }

    public IReadOnlyList<string>? Inventors { get; init; }

    public string? Funding { get; init; }

    public ListingDetails ToDetails() => new(
        new(TitleZh, TitleEn), new(SummaryZh, SummaryEn), new(AdvantagesZh, AdvantagesEn), new(ApplicationsZh, ApplicationsEn),
        Blank(Field), Entries(Keywords), Trl, Blank(IpKind), Blank(IpStatus), [.. (Cooperation ?? []).Where(code => !string.IsNullOrWhiteSpace(code))],
        Blank(PriceKind) ?? PriceKinds.Negotiable, PriceMin, PriceMax, Blank(Currency) ?? "CNY", Blank(Region), Entries(Inventors), Blank(Funding));

    // A form sends one text with commas, the API a list; both may come.
    internal static IReadOnlyList<string> Entries(IReadOnlyList<string>? entries) =>
        [.. (entries ?? []).SelectMany(RowReader.SplitList).Distinct(StringComparer.Ordinal)];

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

internal abstract class ListingContentValidator<T> : AbstractValidator<T>
    where T : ListingContent
{
    private readonly ICodeLists codes;
    private readonly Texts texts;

    protected ListingContentValidator(ICodeLists codes, Texts texts)
    {
        (this.codes, this.texts) = (codes, texts);
        RuleFor(x => x.TitleZh).MaximumLength(Listing.TitleMaxLength);
        RuleFor(x => x.TitleEn).MaximumLength(Listing.TitleMaxLength);
        RuleFor(x => x.TitleZh).Must((content, _) => !new LocalizedText(content.TitleZh, content.TitleEn).IsEmpty).WithMessage(_ => texts["validation.either-language"]);
        RuleFor(x => x.SummaryZh).MaximumLength(Listing.SummaryMaxLength);
        RuleFor(x => x.SummaryEn).MaximumLength(Listing.SummaryMaxLength);
        RuleFor(x => x.AdvantagesZh).MaximumLength(Listing.TextMaxLength);
        RuleFor(x => x.AdvantagesEn).MaximumLength(Listing.TextMaxLength);
        RuleFor(x => x.ApplicationsZh).MaximumLength(Listing.TextMaxLength);
        RuleFor(x => x.ApplicationsEn).MaximumLength(Listing.TextMaxLength);
        RuleFor(x => x.Trl).InclusiveBetween(Listing.TrlMin, Listing.TrlMax);
        RuleFor(x => x.PriceMin).InclusiveBetween(0, Listing.PriceLimit);
        RuleFor(x => x.PriceMax).InclusiveBetween(0, Listing.PriceLimit);
        RuleFor(x => x.PriceMin).NotNull().When(x => x.PriceKind is PriceKinds.Fixed or PriceKinds.Range);
        RuleFor(x => x.PriceMax).GreaterThanOrEqualTo(x => x.PriceMin).When(x => x.PriceMin is not null && x.PriceKind is not PriceKinds.Fixed).WithMessage(_ => texts["validation.max-below-min"]);
        RuleFor(x => x.Region).Must(region => string.IsNullOrWhiteSpace(region) || codes.HasRegion(region)).WithMessage((_, region) => texts["validation.unknown-code", region]);
        RuleFor(x => x.Cooperation).Must(list => Unknown(list) is null).WithMessage((_, list) => texts["validation.unknown-code", Unknown(list)]);
        Entries(x => x.Keywords, Listing.KeywordsMax, Listing.KeywordMaxLength);
        Entries(x => x.Inventors, Listing.InventorsMax, Listing.InventorMaxLength);
        Code(x => x.Field, CodeListNames.Field);
        Code(x => x.IpKind, CodeListNames.IpKind);
        Code(x => x.IpStatus, CodeListNames.IpStatus);
        Code(x => x.PriceKind, CodeListNames.PriceKind);
        Code(x => x.Currency, CodeListNames.Currency);
        Code(x => x.Funding, CodeListNames.Funding);
    }

    private string? Unknown(IReadOnlyList<string>? list) => list?.FirstOrDefault(code => !string.IsNullOrWhiteSpace(code) && !codes.Has(CodeListNames.Cooperation, code));

    private void Code(System.Linq.Expressions.Expression<Func<T, string?>> property, string list) => RuleFor(property)
        .Must(code => string.IsNullOrWhiteSpace(code) || codes.Has(list, code)).WithMessage((_, code) => texts["validation.unknown-code", code]);

    private void Entries(System.Linq.Expressions.Expression<Func<T, IReadOnlyList<string>?>> property, int max, int maxLength) => RuleFor(property)
        .Must(list => ListingContent.Entries(list) is var entries && entries.Count <= max && entries.All(entry => entry.Length <= maxLength))
        .WithMessage(_ => texts["validation.too-many", max, maxLength]);
}
