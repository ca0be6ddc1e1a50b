using MediatR;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Web;

namespace TechMatch.Web.Features.Admin;

/// <summary>The messages that were given up, newest first.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record ListDeadLetters(int? Page, int? Size) : IRequest<Page<DeadLetter>>;

internal sealed class ListDeadLettersHandler(DeadLetters letters) : IRequestHandler<ListDeadLetters, Page<DeadLetter>>
{
    public Task<Page<DeadLetter>> Handle(ListDeadLetters request, CancellationToken cancellationToken) =>
        letters.List(PageRequest.From(request.Page, request.Size), cancellationToken);
}

internal sealed class ListDeadLettersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/admin/dead-letters", (int? page, int? size, IMediator mediator, CancellationToken ct) => mediator.Send(new ListDeadLetters(page, size), ct))
        .WithSummary("Messages that were given up, newest first");
}
