using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>The registrar's queue: what is under decision by its last day, then what waits for acceptance by age.</summary>
[RequirePermission(Permissions.RegisterContracts)]
internal sealed record ListRegistrations(int? Page, int? Size) : IRequest<Page<ContractRow>>;

internal sealed class ListRegistrationsHandler(ContractsDbContext db, IMediator mediator, TimeProvider clock) : IRequestHandler<ListRegistrations, Page<ContractRow>>
{
    public Task<Page<ContractRow>> Handle(ListRegistrations request, CancellationToken cancellationToken) => db.Contracts.AsNoTracking()
        .Where(contract => contract.State == ContractState.Submitted || contract.State == ContractState.Accepted)
        .OrderBy(contract => contract.DueOn == null).ThenBy(contract => contract.DueOn).ThenBy(contract => contract.SubmittedAt).ThenBy(contract => contract.Id)
        .ToRows(PageRequest.From(request.Page, request.Size), mediator, clock.Today(), cancellationToken);
}

internal sealed class ListRegistrationsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/registrations", (int? page, int? size, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new ListRegistrations(page, size), cancellationToken))
        .WithSummary("The registrar's queue, by due date.");
}
