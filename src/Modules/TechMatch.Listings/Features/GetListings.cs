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

/// <summary>Ids first, then the cards part by part: no reader stays open, and no lock is held, for as long as the caller takes.</summary>
internal sealed class ListingStream(IServiceScopeFactory scopes) : IListingStream
{
    private const int Part = 500;

    public async IAsyncEnumerable<ListingCard> Published([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ListingsDbContext>();
        var ids = await Published(db).Select(listing => listing.Id).ToListAsync(cancellationToken);
        foreach (var part in ids.Chunk(Part))
        {
            foreach (var card in await Published(db).Where(listing => part.Contains(listing.Id)).Select(ListingCards.Of).ToListAsync(cancellationToken)) yield return card;
        }
    }

    public async Task<IReadOnlyDictionary<Guid, long>> Versions(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ListingsDbContext>();
        return await Published(db).Select(listing => new { listing.Id, listing.Version }).ToDictionaryAsync(row => row.Id.Value, row => row.Version, cancellationToken);
    }

    private static IQueryable<Listing> Published(ListingsDbContext db) => db.Listings.AsNoTracking().Where(listing => listing.Status == ListingStatus.Published);
}

internal sealed class GetLatestListingsHandler(ListingsDbContext db) : IRequestHandler<GetLatestListings, IReadOnlyList<ListingCard>>
{
    private const int Most = 20;

    public async Task<IReadOnlyList<ListingCard>> Handle(GetLatestListings request, CancellationToken cancellationToken) =>
        await db.Listings.AsNoTracking().Where(listing => listing.Status == ListingStatus.Published)
            .OrderByDescending(listing => listing.PublishedAt).ThenByDescending(listing => listing.Id).Take(Math.Clamp(request.Count, 0, Most)).Select(ListingCards.Of).ToListAsync(cancellationToken);
}
