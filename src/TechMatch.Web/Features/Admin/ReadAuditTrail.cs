using System.Text.Json;
using FluentValidation;
using MediatR;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Web.Features.Admin;

/// <summary>Who changed what, newest first; of one kind of thing, or of one thing.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record ReadAuditTrail(string? Subject, string? SubjectId, int? Page, int? Size) : IRequest<Page<AuditRow>>;

/// <summary>One change. <paramref name="Changes"/>: field → before and after, either null when there was or is nothing.</summary>
internal sealed record AuditRow(
    Guid Id, DateTimeOffset At, Guid? ActorId, string Actor, string Action, string Module, string Subject, string SubjectId, long Version,
    bool IsSealed, IReadOnlyDictionary<string, string?[]> Changes);

internal sealed class ReadAuditTrailValidator : AbstractValidator<ReadAuditTrail>
{
    public ReadAuditTrailValidator()
    {
        RuleFor(x => x.Subject).MaximumLength(AuditEntry.NameMaxLength);
        RuleFor(x => x.SubjectId).MaximumLength(AuditEntry.NameMaxLength);
    }
}

internal sealed class ReadAuditTrailHandler(AuditTrail trail) : IRequestHandler<ReadAuditTrail, Page<AuditRow>>
{
    public async Task<Page<AuditRow>> Handle(ReadAuditTrail request, CancellationToken cancellationToken)
    {
        var page = await trail.List(Asked(request.Subject), Asked(request.SubjectId), PageRequest.From(request.Page, request.Size), cancellationToken);
        return new([.. page.Items.Select(Row)], page.Total, page.Number, page.Size);
    }

    private static string? Asked(string? filter) => string.IsNullOrWhiteSpace(filter) ? null : filter.Trim();

    private static AuditRow Row(AuditEntry entry) => new(
        entry.Id, entry.At, entry.ActorId, entry.Actor, entry.Action, entry.Module, entry.Subject, entry.SubjectId, entry.Version,
        entry.Sequence is not null, JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes) ?? []);
}

internal sealed class ReadAuditTrailEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/admin/audit", (string? subject, string? subjectId, int? page, int? size, IMediator mediator, CancellationToken ct) =>
            mediator.Send(new ReadAuditTrail(subject, subjectId, page, size), ct))
        .WithSummary("Who changed what, newest first");
}
