using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;
using TechMatch.Web.Hosting;

namespace TechMatch.Web.Features.Admin;

internal sealed class AuditTrailPage(IMediator mediator, Texts texts) : FormPage(mediator, texts)
{
    private static readonly string[] Kinds = [.. Modules.Assemblies.SelectMany(module => module.GetTypes())
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Aggregate))).Select(type => type.Name).Order(StringComparer.Ordinal)];

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? SubjectId { get; set; }

    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    public Page<AuditRow> Entries { get; private set; } = new([], 0, 1, PageRequest.DefaultSize);

    public IReadOnlyList<SelectListItem> Subjects => [new(T["admin.audit.all"], ""), .. Kinds.Select(kind => new SelectListItem(KindName(kind), kind))];

    protected override string FieldPrefix => "";

    public string KindName(string kind) => T.Find("admin.audit.kind." + kind.ToLowerInvariant()) ?? kind;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            Entries = await Mediator.Send(new ReadAuditTrail(Subject, SubjectId, Number, null), cancellationToken);
            return Page();
        },
        cancellationToken);
}
