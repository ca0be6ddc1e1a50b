using MediatR;
using TechMatch.Shared.Messaging;

namespace TechMatch.Integration.Listings;

/// <summary>A listing came onto the market, or changed while on it.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="Version">Its version.</param>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="Field">A code of technology-field; null when not given.</param>
public sealed record ListingPublished(Guid ListingId, long Version, Guid OrganisationId, string? Field) : IIntegrationEvent
{
    /// <inheritdoc/>
    public Guid AggregateId => ListingId;
}

/// <summary>A listing left the market: withdrawn, licensed, expired or suspended.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="Version">Its version.</param>
public sealed record ListingUnpublished(Guid ListingId, long Version) : IIntegrationEvent
{
    /// <inheritdoc/>
    public Guid AggregateId => ListingId;
}

/// <summary>What anybody may read of a listing (tier T0), in both languages.</summary>
/// <param name="Id">The listing.</param>
/// <param name="Version">Its version.</param>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="Status">The name of its state; only <c>Published</c> ones are on the market.</param>
/// <param name="TitleZh">Chinese title.</param>
/// <param name="TitleEn">English title; one of the two is there.</param>
/// <param name="SummaryZh">Chinese summary.</param>
/// <param name="SummaryEn">English summary.</param>
/// <param name="AdvantagesZh">Better than what, by how much; Chinese.</param>
/// <param name="AdvantagesEn">Better than what, by how much; English.</param>
/// <param name="ApplicationsZh">Where it serves; Chinese.</param>
/// <param name="ApplicationsEn">Where it serves; English.</param>
/// <param name="Field">A code of technology-field.</param>
/// <param name="Keywords">Words in either language.</param>
/// <param name="Trl">Technology readiness 1–9; null when not given.</param>
/// <param name="IpKind">A code of ip-kind.</param>
/// <param name="IpStatus">A code of ip-status.</param>
/// <param name="Cooperation">Codes of cooperation-mode.</param>
/// <param name="PriceKind">A code of price-kind.</param>
/// <param name="PriceMin">The price, or its lower end, in whole units of the currency; null when negotiable.</param>
/// <param name="PriceMax">Its upper end.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Region">GB/T 2260 code.</param>
/// <param name="PublishedAt">When it came onto the market.</param>
public sealed record ListingCard(
    Guid Id, long Version, Guid OrganisationId, string Status,
    string? TitleZh, string? TitleEn, string? SummaryZh, string? SummaryEn, string? AdvantagesZh, string? AdvantagesEn, string? ApplicationsZh, string? ApplicationsEn,
    string? Field, IReadOnlyList<string> Keywords, int? Trl, string? IpKind, string? IpStatus, IReadOnlyList<string> Cooperation,
    string PriceKind, decimal? PriceMin, decimal? PriceMax, string Currency, string? Region, DateTimeOffset? PublishedAt)
{
    /// <summary>The title for the current UI culture, or the other language's.</summary>
    public string Title => new Shared.Domain.LocalizedText(TitleZh, TitleEn).In();

    /// <summary>The summary for the current UI culture, or the other language's.</summary>
    public string Summary => new Shared.Domain.LocalizedText(SummaryZh, SummaryEn).In();

    /// <summary>Whether it is on the market.</summary>
    public bool IsPublished => Status == "Published";
}

/// <summary>The cards of some listings, whatever their state; unknown ids are left out.</summary>
/// <param name="Ids">At most 1,000.</param>
public sealed record GetListings(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, ListingCard>>;

/// <summary>The listings that came onto the market last, newest first; only published ones.</summary>
/// <param name="Count">How many at most, up to 20.</param>
public sealed record GetLatestListings(int Count) : IRequest<IReadOnlyList<ListingCard>>;

/// <summary>Bulk reading for reindex and recount.</summary>
public interface IListingStream
{
    /// <summary>Every listing that is published when reading begins and still is when its turn comes; read in parts as they are consumed.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<ListingCard> Published(CancellationToken cancellationToken);

    /// <summary>The version of every published listing, by its id.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyDictionary<Guid, long>> Versions(CancellationToken cancellationToken);
}

/// <summary>Takes rows of the neutral exchange record in as listings; good rows go in, bad ones are reported. A row seen before (by external id) changes nothing.</summary>
/// <param name="OrganisationId">Whose listings they become.</param>
/// <param name="Rows">At most 500.</param>
/// <param name="Publish">Publishes at once: the person who imports answers for the quality.</param>
/// <param name="DryRun">Checks only.</param>
public sealed record ImportListings(Guid OrganisationId, IReadOnlyList<ImportRow> Rows, bool Publish, bool DryRun) : IRequest<ImportOutcome>;
