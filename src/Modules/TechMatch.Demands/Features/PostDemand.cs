using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>Posts a need of one's own organisation: on the market at once, or kept as a draft.</summary>
[RequirePermission(Permissions.ManageDemands)]
internal sealed record PostDemand : DemandContent, IRequest<Saved>
{
    [JsonConstructor]
    public PostDemand()
    {
    }

    public PostDemand(DemandContent content)
        : base(content)
    {
    }

    /// <summary>Keeps it as a draft.</summary>
    public bool AsDraft { get; init; }
}

internal sealed class PostDemandValidator(ICodeLists codes, Texts texts) : DemandContentValidator<PostDemand>(codes, texts);

internal sealed class PostDemandHandler(DemandsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<PostDemand, Saved>
{
    public async Task<Saved> Handle(PostDemand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var demand = Demand.Draft(user.OrganisationId, request.ToDetails(), now);
        if (!request.AsDraft)
        {
            demand.Publish(now);
            db.Publish(demand.PublishedFact());
        }
        db.Demands.Add(demand);
        await db.SaveChangesAsync(cancellationToken);
        return new(demand.Id.Value, demand.Version);
    }
}

internal sealed class PostDemandEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/demands", async (PostDemand body, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var saved = await mediator.Send(body, cancellationToken);
            return TypedResults.Created($"/api/demands/{saved.Id}", saved);
        })
        .WithSummary("Posts a need of one's own organisation.");
}
