using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>Writes a need anew. A published one stays on the market and is matched anew.</summary>
[RequirePermission(Permissions.ManageDemands)]
internal sealed record EditDemand : DemandContent, IRequest<Saved>
{
    [JsonConstructor]
    public EditDemand()
    {
    }

    public EditDemand(DemandContent content)
        : base(content)
    {
    }

    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public long? Version { get; init; }
}

internal sealed class EditDemandValidator(ICodeLists codes, Texts texts) : DemandContentValidator<EditDemand>(codes, texts);

internal sealed class EditDemandHandler(DemandsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<EditDemand, Saved>
{
    public async Task<Saved> Handle(EditDemand request, CancellationToken cancellationToken)
    {
        var demand = await db.GetOwnAsync(request.Id, request.Version, user, cancellationToken);
        demand.Revise(request.ToDetails(), clock.GetUtcNow());
        if (demand.IsPublished) db.Publish(demand.PublishedFact());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, demand.Version);
    }
}

internal sealed class EditDemandEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/demands/{id:guid}", async (Guid id, EditDemand body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(body with { Id = id, Version = ifMatch.Version }, cancellationToken)))
        .WithSummary("Writes a need of one's own organisation anew.");
}
