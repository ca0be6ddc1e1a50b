using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Integration.Directory;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Reference.Features;

internal sealed class BrowseReferencePage(IMediator mediator, Texts texts, ICurrentUser user) : FormPage(mediator, texts)
{
    private const int ListsAPage = 50;

    public sealed class FormFields
    {
        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public FormFields Form { get; set; } = new();

    // From the query alone: among the route values "page" is the Razor page's own name.
    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    public bool MayPublish => user.Has(Permissions.Operate);

    public Page<ReferenceRow> CodeLists { get; private set; } = null!;

    public Page<ReferenceRow> RulePacks { get; private set; } = null!;

    public Page<ReferenceRow> Calendars { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            var published = await Publish(cancellationToken);
            Notice(published.IsNew ? "reference.published" : "reference.published.before");
            return LocalRedirect($"/reference/{published.Path}");
        },
        cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        CodeLists = await Mediator.Send(new BrowseReference(PublicationKind.CodeList, PageRequest.From(Number, ListsAPage)), cancellationToken);
        RulePacks = await Mediator.Send(new BrowseReference(PublicationKind.RulePack, PageRequest.From(1, PageRequest.MaxSize)), cancellationToken);
        Calendars = await Mediator.Send(new BrowseReference(PublicationKind.Calendar, PageRequest.From(1, PageRequest.MaxSize)), cancellationToken);
    }

    private async Task<FilePublished> Publish(CancellationToken cancellationToken)
    {
        await using var stream = Form.File?.OpenReadStream() ?? Stream.Null;
        try
        {
            return await Mediator.Send(new PublishReferenceFile(await FileText.Read(stream, cancellationToken)), cancellationToken);
        }
        catch (ValidationException refusal)
        {
            // The page has one field, so each row's message leads there.
            throw new ValidationException(refusal.Errors.Select(error => new ValidationFailure(nameof(FormFields.File), error.ErrorMessage)));
        }
    }
}
