using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

internal sealed class ViewListingPage(IMediator mediator, Texts texts, ICurrentUser user) : FormPage(mediator, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public ListingView Item { get; private set; } = null!;

    public bool MayManage => Item.IsOwn && user.Has(Permissions.ManageListings);

    public bool MaySubmit => MayManage && Item.Status is "Draft" or "Returned" or "OnHold" or "Expired";

    public bool MayEdit => MaySubmit || (MayManage && Item.Status is "Published");

    public bool MayWithdraw => MayManage && Item.Status is not ("Rejected" or "Licensed" or "Withdrawn");

    public bool MayExpressInterest => !Item.IsOwn && Item.Status is "Published";

    public bool MayReview => Item.Status is "Submitted" && user.Has(Permissions.ReviewListings);

    public Task OnGetAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken) => Try(async () =>
    {
        await Mediator.Send(new SubmitListing(Id, Version), cancellationToken);
        Notice("listings.notice.submitted");
        return LocalRedirect($"/listings/{Id}");
    }, cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => Try(async () =>
    {
        await Mediator.Send(new WithdrawListing(Id, Version), cancellationToken);
        Notice("listings.notice.withdrawn");
        return LocalRedirect("/my/listings");
    }, cancellationToken);

    /// <summary>The file for those who read the page: the API does not know a browser's cookie.</summary>
    public async Task<IActionResult> OnGetDocumentAsync(CancellationToken cancellationToken)
    {
        var document = await Mediator.Send(new DownloadDocument(Id), cancellationToken);
        return File(document.Content, document.Type, document.Name);
    }

    protected override async Task Load(CancellationToken cancellationToken) => Item = await Mediator.Send(new ViewListing(Id), cancellationToken);
}
