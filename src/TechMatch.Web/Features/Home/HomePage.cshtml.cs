using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Integration;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Reference;
using TechMatch.Integration.Statistics;
using TechMatch.Shared.Domain;

namespace TechMatch.Web.Features.Home;

/// <summary>The door: what the market is for visitors, what waits for those who are signed in.</summary>
internal sealed class HomePage(IMediator mediator, ICodeLists codes, ICurrentUser user, IEnumerable<IWaitingWork> modules, TimeProvider clock) : PageModel
{
    private const int Shown = 4;
    private const int Words = 5;

    public ICurrentUser Reader => user;

    public ICodeLists Codes => codes;

    public MarketFigures Figures { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<Code> Fields => [.. codes.Of("technology-field").Where(code => code.Parent is null)];

    public IReadOnlyList<ListingCard> Listings { get; private set; } = [];

    public IReadOnlyList<DemandCard> Demands { get; private set; } = [];

    public IReadOnlyDictionary<Guid, OrganisationCard> Organisations { get; private set; } = new Dictionary<Guid, OrganisationCard>();

    public IReadOnlyList<WaitingItem> Waiting { get; private set; } = [];

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>Words that the newest results are about: something to try.</summary>
    public IReadOnlyList<string> Keywords => [.. Listings.SelectMany(listing => listing.Keywords.Take(2)).Distinct().Take(Words)];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (user.IsSignedIn) Waiting = await AskModules(cancellationToken);
        else Figures = await mediator.Send(new GetMarketFigures(), cancellationToken);
        Listings = await mediator.Send(new GetLatestListings(Shown), cancellationToken);
        Demands = await mediator.Send(new GetLatestDemands(Shown), cancellationToken);
        var shown = Listings.Select(listing => listing.OrganisationId).Concat(Demands.Select(ShownOrganisation).OfType<Guid>()).Distinct().ToList();
        if (shown.Count > 0) Organisations = await mediator.Send(new GetOrganisations(shown), cancellationToken);
    }

    public string? OwnerOf(ListingCard listing) => Organisations.GetValueOrDefault(listing.OrganisationId)?.Name;

    /// <summary>Null for a need whose organisation does not want to be named.</summary>
    public string? OwnerOf(DemandCard demand) => ShownOrganisation(demand) is { } id ? Organisations.GetValueOrDefault(id)?.Name : null;

    private Guid? ShownOrganisation(DemandCard demand) => demand.OrganisationShownTo(user);

    private async Task<IReadOnlyList<WaitingItem>> AskModules(CancellationToken cancellationToken)
    {
        var items = new List<WaitingItem>();
        foreach (var module in modules) items.AddRange(await module.ForCurrentUser(cancellationToken));
        return [.. items.Where(item => item.Count > 0).OrderByDescending(item => item.IsUrgent)];
    }
}
