using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Integration.Listings;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Persistence;

namespace TechMatch.Listings.Features;

internal static class ListingCards
{
    public static readonly Expression<Func<Listing, ListingCard>> Of = listing => new ListingCard(
        listing.Id.Value, listing.Version, listing.OrganisationId, listing.Status.ToString(),
        listing.Title.Zh, listing.Title.En, listing.Summary.Zh, listing.Summary.En, listing.Advantages.Zh, listing.Advantages.En, listing.Applications.Zh, listing.Applications.En,
        listing.Field, listing.Keywords, listing.Trl, listing.IpKind, listing.IpStatus, CodeSet.Read(listing.CooperationCodes),
        listing.PriceKind, listing.PriceMin, listing.PriceMax, listing.Currency, listing.Region, listing.PublishedAt);
}

internal sealed class GetListingsHandler(ListingsDbContext db) : IRequestHandler<GetListings, IReadOnlyDictionary<Guid, ListingCard>>
{
    public async Task<IReadOnlyDictionary<Guid, ListingCard>> Handle(GetListings request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0) return new Dictionary<Guid, ListingCard>();
        var ids = request.Ids.Distinct().Select(ListingId.From).ToArray();
        return await db.Listings.AsNoTracking().Where(listing => ids.Contains(listing.Id)).Select(ListingCards.Of).ToDictionaryAsync(card => card.Id, cancellationToken);
    }
}

/// <summary>Reads in a scope of its own: the reader stays open for as long as the caller takes.</summary>
internal sealed class ListingStream(IServiceScopeFactory scopes) : IListingStream
{
    public async IAsyncEnumerable<ListingCard> Published([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ListingsDbContext>();
        var cards = db.Listings.AsNoTracking().Where(listing => listing.Status == ListingStatus.Published).OrderBy(listing => listing.Id).Select(ListingCards.Of);
        await foreach (var card in cards.AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return card;
    }
}

internal sealed class GetLatestListingsHandler(ListingsDbContext db) : IRequestHandler<GetLatestListings, IReadOnlyList<ListingCard>>
{
    private const int Most = 20;

    public async Task<IReadOnlyList<ListingCard>> Handle(GetLatestListings request, CancellationToken cancellationToken) =>
        await db.Listings.AsNoTracking().Where(listing => listing.Status == ListingStatus.Published)
            .OrderByDescending(listing => listing.PublishedAt).ThenByDescending(listing => listing.Id).Take(Math.Clamp(request.Count, 0, Most)).Select(ListingCards.Of).ToListAsync(cancellationToken);
}
