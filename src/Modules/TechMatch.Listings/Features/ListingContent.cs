using FluentValidation;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;
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
        Blank(Field), Entries.Of(Keywords), Trl, Blank(IpKind), Blank(IpStatus), [.. (Cooperation ?? []).Where(code => !string.IsNullOrWhiteSpace(code))],
        Blank(PriceKind) ?? PriceKinds.Negotiable, PriceMin, PriceMax, Blank(Currency) ?? Listing.UsualCurrency, Blank(Region), Entries.Of(Inventors), Blank(Funding));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

internal abstract class ListingContentValidator<T> : AbstractValidator<T>
    where T : ListingContent
{
    protected ListingContentValidator(ICodeLists codes, Texts texts)
    {
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
        RuleFor(x => x.Cooperation).AreListed(codes, CodeListNames.Cooperation, texts);
        RuleFor(x => x.Keywords).AreEntries(Listing.KeywordsMax, Listing.KeywordMaxLength, texts);
        RuleFor(x => x.Inventors).AreEntries(Listing.InventorsMax, Listing.InventorMaxLength, texts);
        RuleFor(x => x.Field).IsListed(codes, CodeListNames.Field, texts);
        RuleFor(x => x.IpKind).IsListed(codes, CodeListNames.IpKind, texts);
        RuleFor(x => x.IpStatus).IsListed(codes, CodeListNames.IpStatus, texts);
        RuleFor(x => x.PriceKind).IsListed(codes, CodeListNames.PriceKind, texts);
        RuleFor(x => x.Currency).IsListed(codes, CodeListNames.Currency, texts);
        RuleFor(x => x.Region).IsListed(codes, CodeListNames.Region, texts);
        RuleFor(x => x.Funding).IsListed(codes, CodeListNames.Funding, texts);
    }
}
