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

    public IEnumerable<SelectListItem> Fields => Items(CodeListNames.Field);

    // Divisions only: a section is too wide to say what a company makes. One that was imported stays, though.
    public IEnumerable<SelectListItem> Industries => codes.Of(CodeListNames.Industry).Where(code => code.Parent is not null || code.Value == Form.Industry).Select(code => new SelectListItem($"{code.Value} {code.Name}", code.Value));

    public IEnumerable<SelectListItem> Levels => codes.Of(CodeListNames.Trl).Select(level => new SelectListItem($"{level.Value} · {level.Name}", level.Value));

    public IEnumerable<SelectListItem> Modes => Items(CodeListNames.Cooperation);

    public IEnumerable<SelectListItem> Currencies => Items(CodeListNames.Currency);

    /// <summary>The listed regions, and the need's own where it is a place that the list does not have: saving must not lose it.</summary>
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
