using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

internal sealed class EditListingPage(IMediator mediator, Texts texts, ICodeLists codes, ICurrentUser user) : ListingFormPage(mediator, texts, codes)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public ListingView Item { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        user.Require(Permissions.ManageListings);
        await Load(cancellationToken);
        if (!Item.IsOwn) throw new ForbiddenException();
        Version = Item.Version;
        Form = Content(Item);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(async () =>
    {
        await Mediator.Send(new EditListing(Form) { Id = Id, Version = Version }, cancellationToken);
        Notice("listings.notice.saved");
        return LocalRedirect($"/listings/{Id}");
    }, cancellationToken);

    public Task<IActionResult> OnPostDocumentAsync(IFormFile? file, CancellationToken cancellationToken) => Try(async () =>
    {
        // This form has the file only: what the other one holds was not posted and is not judged.
        ModelState.Clear();
        await Mediator.Send(await AttachDocument.Read(Id, Version, file, cancellationToken), cancellationToken);
        Notice("listings.notice.attached");
        return LocalRedirect($"/my/listings/{Id}/edit");
    }, cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        Item = await Mediator.Send(new ViewListing(Id), cancellationToken);
        if (Request.Query["handler"] == "Document") Form = Content(Item);
    }

    private static ListingContent Content(ListingView item) => new()
    {
        TitleZh = item.TitleZh,
        TitleEn = item.TitleEn,
        SummaryZh = item.SummaryZh,
        SummaryEn = item.SummaryEn,
        AdvantagesZh = item.AdvantagesZh,
        AdvantagesEn = item.AdvantagesEn,
        ApplicationsZh = item.ApplicationsZh,
        ApplicationsEn = item.ApplicationsEn,
        Field = item.Field,
        Keywords = item.Keywords,
        Trl = item.Trl,
        IpKind = item.IpKind,
        IpStatus = item.IpStatus,
        Cooperation = item.Cooperation,
        PriceKind = item.PriceKind,
        PriceMin = item.PriceMin,
        PriceMax = item.PriceMax,
        Currency = item.Currency,
        Region = item.Region,
        Inventors = item.Inventors,
        Funding = item.Funding,
    };
}
