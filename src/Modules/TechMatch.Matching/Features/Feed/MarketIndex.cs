using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TechMatch.Integration.Matching;
using TechMatch.MatchEngine;
using TechMatch.Matching.Domain;

namespace TechMatch.Matching.Features.Feed;

/// <summary>What is on the market, in this node's memory: an engine index for each side, and the cards behind it. Only <see cref="IndexTailer"/> changes it.</summary>
internal sealed class MarketIndex
{
    private readonly HalfMarket listings = new();
    private readonly HalfMarket demands = new();

    /// <summary>True once the feed has been read to its end: before that, answers would lack part of the market.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The engine's index of a side.</summary>
    public MatchIndex Of(MarketSide side) => Half(side).Index;

    public MarketDocument? Find(MarketSide side, Guid id) => Half(side).Documents.GetValueOrDefault(id);

    /// <summary>Published ones of one organisation, or of all, newest first.</summary>
    public IReadOnlyList<MarketDocument> Published(MarketSide side, Guid? organisationId) =>
    [
        .. Half(side).Documents.Values
            .Where(document => organisationId is null || document.OrganisationId == organisationId)
            .OrderByDescending(document => document.PublishedAt).ThenBy(document => document.Id),
    ];

    /// <summary>Takes changes in; of several for one id the last counts.</summary>
    /// <param name="side">The side.</param>
    /// <param name="put">Added or replaced.</param>
    /// <param name="removed">Gone.</param>
    public void Apply(MarketSide side, IReadOnlyCollection<MarketDocument> put, IReadOnlyCollection<Guid> removed)
    {
        var half = Half(side);
        // A card is there before its id can be found, and until it no longer can.
        foreach (var document in put) half.Documents[document.Id] = document;
        if (put.Count > 0) half.Index.Upsert([.. put.Select(document => document.AsDocument)]);
        foreach (var id in removed)
        {
            half.Index.Remove(MarketDocument.Key(id));
            half.Documents.TryRemove(id, out _);
        }
    }

    public void Ready() => IsReady = true;

    private HalfMarket Half(MarketSide side) => side is MarketSide.Listings ? listings : demands;

    private sealed class HalfMarket
    {
        public MatchIndex Index { get; } = new();

        public ConcurrentDictionary<Guid, MarketDocument> Documents { get; } = new();
    }
}

/// <summary>Healthy once this node's index holds the whole market.</summary>
internal sealed class IndexReady(MarketIndex index) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(index.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The index is still being read from its feed."));
}
