using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

internal sealed class DraftListingPage(IMediator mediator, Texts texts, ICodeLists codes, ListingRules rules, ICurrentUser user) : ListingFormPage(mediator, texts, codes)
{
    public int ValidMonths { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        user.Require(Permissions.ManageListings);
        Form = new() { PriceKind = PriceKinds.Negotiable, Currency = Listing.UsualCurrency };
        return Load(cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(async () =>
    {
        var saved = await Mediator.Send(new DraftListing(Form), cancellationToken);
        Notice("listings.notice.drafted");
        return LocalRedirect($"/listings/{saved.Id}");
    }, cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => ValidMonths = (await rules.For(user.OrganisationId, cancellationToken)).ValidMonths;
}
