using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Demands;
using TechMatch.Shared.Persistence;

namespace TechMatch.Demands.Features;

internal static class DemandCards
{
    public static readonly Expression<Func<Demand, DemandCard>> Of = demand => new DemandCard(
        demand.Id.Value, demand.Version, demand.OrganisationId, demand.IsAnonymous, demand.Status.ToString(),
        demand.Title.Zh, demand.Title.En, demand.Problem.Zh, demand.Problem.En, demand.Targets.Zh, demand.Targets.En,
        demand.Field, demand.Industry, demand.Keywords, demand.TrlMin, CodeSet.Read(demand.CooperationCodes),
        demand.BudgetMin, demand.BudgetMax, demand.Currency, demand.Deadline, demand.IsAnonymous ? demand.Province : demand.Region, demand.PublishedAt);
}

internal sealed class GetDemandsHandler(DemandsDbContext db) : IRequestHandler<GetDemands, IReadOnlyDictionary<Guid, DemandCard>>
{
    public async Task<IReadOnlyDictionary<Guid, DemandCard>> Handle(GetDemands request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0) return new Dictionary<Guid, DemandCard>();
        var ids = request.Ids.Distinct().Select(DemandId.From).ToArray();
        return await db.Demands.AsNoTracking().Where(demand => ids.Contains(demand.Id)).Select(DemandCards.Of).ToDictionaryAsync(card => card.Id, cancellationToken);
    }
}

/// <summary>Ids first, then the cards part by part: no reader stays open, and no lock is held, for as long as the caller takes.</summary>
internal sealed class DemandStream(IServiceScopeFactory scopes) : IDemandStream
{
    private const int Part = 500;

    public async IAsyncEnumerable<DemandCard> Published([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DemandsDbContext>();
        var ids = await Published(db).Select(demand => demand.Id).ToListAsync(cancellationToken);
        foreach (var part in ids.Chunk(Part))
        {
            foreach (var card in await Published(db).Where(demand => part.Contains(demand.Id)).Select(DemandCards.Of).ToListAsync(cancellationToken)) yield return card;
        }
    }

    public async Task<IReadOnlyDictionary<Guid, long>> Versions(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DemandsDbContext>();
        return await Published(db).Select(demand => new { demand.Id, demand.Version }).ToDictionaryAsync(row => row.Id.Value, row => row.Version, cancellationToken);
    }

    private static IQueryable<Demand> Published(DemandsDbContext db) => db.Demands.AsNoTracking().Where(demand => demand.Status == DemandStatus.Published);
}

internal sealed class GetLatestDemandsHandler(DemandsDbContext db) : IRequestHandler<GetLatestDemands, IReadOnlyList<DemandCard>>
{
    private const int Most = 20;

    public async Task<IReadOnlyList<DemandCard>> Handle(GetLatestDemands request, CancellationToken cancellationToken) =>
        await db.Demands.AsNoTracking().Where(demand => demand.Status == DemandStatus.Published)
            .OrderByDescending(demand => demand.PublishedAt).ThenByDescending(demand => demand.Id).Take(Math.Clamp(request.Count, 0, Most)).Select(DemandCards.Of).ToListAsync(cancellationToken);
}
