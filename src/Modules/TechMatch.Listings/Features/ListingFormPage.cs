using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>What the pages for a new and for a present listing share.</summary>
internal abstract class ListingFormPage(IMediator mediator, Texts texts, ICodeLists codes) : FormPage(mediator, texts)
{
    [BindProperty]
    public ListingContent Form { get; set; } = new();

    public IEnumerable<SelectListItem> Fields => Items(CodeListNames.Field);

    public IEnumerable<SelectListItem> Levels => codes.Of(CodeListNames.Trl).Select(level => new SelectListItem($"{level.Value} · {level.Name}", level.Value));

    public IEnumerable<SelectListItem> IpKinds => Items(CodeListNames.IpKind);

    public IEnumerable<SelectListItem> IpStatuses => Items(CodeListNames.IpStatus);

    public IEnumerable<SelectListItem> Modes => Items(CodeListNames.Cooperation);

    public IEnumerable<SelectListItem> PriceForms => Items(CodeListNames.PriceKind);

    public IEnumerable<SelectListItem> Currencies => Items(CodeListNames.Currency);

    public IEnumerable<SelectListItem> Fundings => Items(CodeListNames.Funding);

    /// <summary>The listed regions, and the listing's own where it is a place that the list does not have: saving must not lose it.</summary>
    public IEnumerable<SelectListItem> Regions
    {
        get
        {
            var listed = codes.Of(CodeListNames.Region).Select(region => new SelectListItem(region.Parent is null ? region.Name : $"{codes.Name(CodeListNames.Region, region.Parent)} {region.Name}", region.Value));
            return Form.Region is { Length: > 2 } own && !codes.Has(CodeListNames.Region, own) ? listed.Append(new($"{codes.Name(CodeListNames.Region, own[..2])} {own}", own)) : listed;
        }
    }

    private IEnumerable<SelectListItem> Items(string list) => codes.Of(list).Select(code => new SelectListItem(code.Name, code.Value));
}
