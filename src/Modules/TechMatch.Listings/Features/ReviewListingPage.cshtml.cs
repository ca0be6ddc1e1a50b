using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

internal sealed class ReviewListingPage(IMediator mediator, Texts texts, ICodeLists codes, ListingRules rules, ICurrentUser user) : FormPage(mediator, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public ReviewListing Form { get; set; } = new();

    public ListingView Item { get; private set; } = null!;

    public QualityRule Rule { get; private set; } = new();

    /// <summary>What else the owner wrote down, by the name of its field; empty where nothing was.</summary>
    public IEnumerable<(string Label, string Value)> Facts =>
    [
        ("field.ipKind", Joined([codes.Name(CodeListNames.IpKind, Item.IpKind), codes.Name(CodeListNames.IpStatus, Item.IpStatus)])),
        ("field.cooperation", Joined(Item.Cooperation.Select(mode => codes.Name(CodeListNames.Cooperation, mode)))),
        ("field.keywords", Joined(Item.Keywords)),
        ("field.inventors", Joined(Item.Inventors)),
        ("field.funding", codes.Name(CodeListNames.Funding, Item.Funding)),
        ("field.region", codes.Name(CodeListNames.Region, Item.Region)),
    ];

    public IEnumerable<SelectListItem> Scores => codes.Of("quality-score").Select(score => new SelectListItem($"{score.Value} · {score.Name}", score.Value));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        user.Require(Permissions.ReviewListings);
        await Load(cancellationToken);
        Version = Item.Version;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(async () =>
    {
        var reviewed = await Mediator.Send(Form with { Id = Id, Version = Version }, cancellationToken);
        Notice("listings.notice.reviewed." + reviewed.Status.ToLowerInvariant());
        return LocalRedirect("/admin/review");
    }, cancellationToken);

    private static string Joined(IEnumerable<string> parts) => string.Join(" · ", parts.Where(part => part.Length > 0));

    protected override async Task Load(CancellationToken cancellationToken)
    {
        Item = await Mediator.Send(new ViewListing(Id), cancellationToken);
        Rule = (await rules.For(Item.OrganisationId, cancellationToken)).Quality;
    }
}
