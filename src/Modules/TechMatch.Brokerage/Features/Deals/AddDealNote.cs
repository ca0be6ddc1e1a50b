using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>Writes a note into the timeline, for all who take part. It contradicts nobody's change, so it asks for no version.</summary>
[SignedIn]
internal sealed record AddDealNote(Guid Id, string Note) : IRequest<Saved>;

internal sealed class AddDealNoteValidator : AbstractValidator<AddDealNote>
{
    public AddDealNoteValidator() => RuleFor(x => x.Note).NotEmpty().MaximumLength(Deal.NoteMaxLength);
}

internal sealed class AddDealNoteHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<AddDealNote, Saved>
{
    private const int Attempts = 5;

    public async Task<Saved> Handle(AddDealNote request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var deal = await db.Deals.GetVisibleAsync(request.Id, null, actor, cancellationToken);
            deal.AddNote(request.Note, actor, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new(request.Id, deal.Version);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else's line took the number.
                db.ChangeTracker.Clear();
            }
        }
    }
}

internal sealed class AddDealNoteEndpoint : IEndpoint
{
    internal sealed record Body(string Note);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deals/{id:guid}/notes", async (Guid id, Body body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created($"/api/deals/{id}/events", await mediator.Send(new AddDealNote(id, body.Note), cancellationToken))).WithSummary("Write a note into a deal's timeline");
}
