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

    public IEnumerable<SelectListItem> Fields => codes.Choices(CodeListNames.Field);

    public IEnumerable<SelectListItem> Levels => codes.Levels();

    public IEnumerable<SelectListItem> IpKinds => codes.Choices(CodeListNames.IpKind);

    public IEnumerable<SelectListItem> IpStatuses => codes.Choices(CodeListNames.IpStatus);

    public IEnumerable<SelectListItem> Modes => codes.Choices(CodeListNames.Cooperation);

    public IEnumerable<SelectListItem> PriceForms => codes.Choices(CodeListNames.PriceKind);

    public IEnumerable<SelectListItem> Currencies => codes.Choices(CodeListNames.Currency);

    public IEnumerable<SelectListItem> Fundings => codes.Choices(CodeListNames.Funding);

    public IEnumerable<SelectListItem> Regions => codes.Regions(Form.Region);
}
