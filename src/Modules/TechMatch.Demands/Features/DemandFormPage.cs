using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>What the pages for a new and for a present need share.</summary>
internal abstract class DemandFormPage(IMediator mediator, Texts texts, ICodeLists codes) : FormPage(mediator, texts)
{
    [BindProperty]
    public DemandContent Form { get; set; } = new();

    public IEnumerable<SelectListItem> Fields => codes.Choices(CodeListNames.Field);

    // Divisions only: a section is too wide to say what a company makes. One that was imported stays, though.
    public IEnumerable<SelectListItem> Industries => codes.Of(CodeListNames.Industry).Where(code => code.Parent is not null || code.Value == Form.Industry).Select(code => new SelectListItem($"{code.Value} {code.Name}", code.Value));

    public IEnumerable<SelectListItem> Levels => codes.Levels();

    public IEnumerable<SelectListItem> Modes => codes.Choices(CodeListNames.Cooperation);

    public IEnumerable<SelectListItem> Currencies => codes.Choices(CodeListNames.Currency);

    public IEnumerable<SelectListItem> Regions => codes.Regions(Form.Region);
}
