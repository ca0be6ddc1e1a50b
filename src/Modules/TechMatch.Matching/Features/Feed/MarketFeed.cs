using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.Integration.Reference;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Persistence;
using TechMatch.Shared.Domain;

namespace TechMatch.Matching.Features.Feed;

/// <summary>What the owner says of a listing or need now.</summary>
/// <param name="Version">The owner's version.</param>
/// <param name="Content">The snapshot; null when it is not on the market.</param>
internal sealed record Truth(long Version, string? Content);

/// <summary>Writes the feed. It changes tracked rows only; the caller saves.</summary>
internal sealed class MarketFeed(MatchingDbContext db, IMediator mediator, ICodeLists codes)
{
    /// <summary>Takes in that something came onto the market or changed there. The owner is asked what it is now: the fact may be old.</summary>
    public async Task Published(MarketSide side, Guid id, long version, CancellationToken cancellationToken)
    {
        var line = await Line(side, id, cancellationToken);
        if (line.Knows(version)) return;
        var truth = (await Ask(side, [id], cancellationToken)).GetValueOrDefault(id);
        await Write(line, truth is null ? new Truth(version, null) : truth with { Version = Math.Max(version, truth.Version) }, cancellationToken);
    }

    /// <summary>Takes in that something left the market.</summary>
    public async Task Unpublished(MarketSide side, Guid id, long version, CancellationToken cancellationToken)
    {
        var line = await Line(side, id, cancellationToken);
        if (!line.Knows(version)) await Write(line, new Truth(version, null), cancellationToken);
    }

    /// <summary>Writes what the owner says, at the feed's end.</summary>
    public async Task Write(IndexedDocument line, Truth truth, CancellationToken cancellationToken)
    {
        // Loaded once a transaction: the row that is tracked already is the one that counts up.
        var feed = await db.Feed.FindAsync([FeedState.TheOnlyId], cancellationToken) ?? throw new InvalidOperationException("The feed's row is missing; migrate the database.");
        if (db.Entry(line).State is EntityState.Detached) db.Documents.Add(line);
        if (truth.Content is { } content) line.Put(truth.Version, content, feed);
        else line.Remove(truth.Version, feed);
    }

    /// <summary>What the owner says of some now; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Truth>> Ask(MarketSide side, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => side is MarketSide.Listings
        ? (await mediator.Send(new GetListings(ids), cancellationToken)).Values.ToDictionary(card => card.Id, Snapshot)
        : (await mediator.Send(new GetDemands(ids), cancellationToken)).Values.ToDictionary(card => card.Id, Snapshot);

    public Truth Snapshot(ListingCard card) => new(card.Version, card.IsPublished ? MarketDocument.Write(card, NamesOf(card.Field)) : null);

    public Truth Snapshot(DemandCard card) => new(card.Version, card.IsPublished ? MarketDocument.Write(card, NamesOf(card.Field)) : null);

    /// <summary>The names of a technology field in both languages.</summary>
    public LocalizedText NamesOf(string? field) =>
        codes.Of("technology-field").FirstOrDefault(code => code.Value == field) is { } known ? new(known.Zh, known.En) : LocalizedText.None;

    private async Task<IndexedDocument> Line(MarketSide side, Guid id, CancellationToken cancellationToken) =>
        await db.Documents.FindAsync([side, id], cancellationToken) ?? IndexedDocument.For(side, id);
}
