using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>One need. What is not on the market is found by its organisation and operators only.</summary>
[Anyone]
internal sealed record ViewDemand(Guid Id) : IRequest<DemandView>;

/// <param name="OrganisationId">Whose it is; null where that is hidden from the reader.</param>
/// <param name="Region">Where a partner is wanted; the province only where the organisation is hidden.</param>
internal sealed record DemandView(
    Guid Id, long Version, string Status, Guid? OrganisationId, string? Organisation, bool IsAnonymous, string? ExternalId,
    string? TitleZh, string? TitleEn, string? ProblemZh, string? ProblemEn, string? TargetsZh, string? TargetsEn,
    string? Field, string? Industry, IReadOnlyList<string> Keywords, int? TrlMin, IReadOnlyList<string> Cooperation,
    decimal? BudgetMin, decimal? BudgetMax, string Currency, DateOnly? Deadline, string? Region, DateTimeOffset? PublishedAt, bool IsOwn) : IVersioned
{
    internal LocalizedText Title => new(TitleZh, TitleEn);
}

internal sealed class ViewDemandHandler(DemandsDbContext db, IMediator mediator, ICurrentUser user) : IRequestHandler<ViewDemand, DemandView>
{
    public async Task<DemandView> Handle(ViewDemand request, CancellationToken cancellationToken)
    {
        var demand = await db.Demands.AsNoTracking().GetAsync(new DemandId(request.Id), null, cancellationToken);
        if (!user.Sees(demand.OrganisationId, demand.Status)) throw new NotFoundException(nameof(Demand), request.Id);
        var isOwn = user.IsOwner(demand.OrganisationId);
        var isNamed = isOwn || !demand.IsAnonymous;
        OrganisationCard? organisation = null;
        if (isNamed) (await mediator.Send(new GetOrganisations([demand.OrganisationId]), cancellationToken)).TryGetValue(demand.OrganisationId, out organisation);
        return new(
            request.Id, demand.Version, demand.Status.ToString(), isNamed ? demand.OrganisationId : null, organisation?.Name, demand.IsAnonymous, isOwn ? demand.ExternalId : null,
            demand.Title.Zh, demand.Title.En, demand.Problem.Zh, demand.Problem.En, demand.Targets.Zh, demand.Targets.En,
            demand.Field, demand.Industry, demand.Keywords, demand.TrlMin, CodeSet.Read(demand.CooperationCodes),
            demand.BudgetMin, demand.BudgetMax, demand.Currency, demand.Deadline, isNamed ? demand.Region : demand.Province, demand.PublishedAt, isOwn);
    }
}

internal sealed class ViewDemandEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/demands/{id:guid}", async (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new ViewDemand(id), cancellationToken)))
        .WithSummary("One need.");
}
