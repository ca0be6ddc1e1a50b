using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

internal sealed class DraftListingPage(IMediator mediator, Texts texts, ICodeLists codes, ICurrentUser user) : ListingFormPage(mediator, texts, codes)
{
    public void OnGet()
    {
        user.Require(Permissions.ManageListings);
        Form = new() { PriceKind = PriceKinds.Negotiable, Currency = Listing.UsualCurrency };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(async () =>
    {
        var saved = await Mediator.Send(new DraftListing(Form), cancellationToken);
        Notice("listings.notice.drafted");
        return LocalRedirect($"/listings/{saved.Id}");
    }, cancellationToken);
}
