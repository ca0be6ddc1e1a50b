using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Reference.Features;

/// <summary>The code lists, rule packs or calendars, by name, each with its version of today.</summary>
[Anyone]
internal sealed record BrowseReference(PublicationKind Kind, PageRequest Page) : IRequest<Page<ReferenceRow>>;

/// <summary>One code list, rule pack or calendar.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NameZh">Its title in Chinese.</param>
/// <param name="NameEn">Its title in English.</param>
/// <param name="Version">The version of today.</param>
/// <param name="ValidFrom">Since when that version holds.</param>
/// <param name="Entries">How many codes, rules or days it has.</param>
/// <param name="Unverified">How many of them nobody has checked against their source.</param>
/// <param name="Versions">How many versions are known.</param>
internal sealed record ReferenceRow(string Name, string NameZh, string NameEn, string Version, DateOnly ValidFrom, int Entries, int Unverified, int Versions)
{
    public string Title => new LocalizedText(NameZh, NameEn).In();
}

internal sealed class BrowseReferenceHandler(ReferenceData data) : IRequestHandler<BrowseReference, Page<ReferenceRow>>
{
    public Task<Page<ReferenceRow>> Handle(BrowseReference request, CancellationToken cancellationToken)
    {
        var all = data.Current.All(request.Kind).ToList();
        var rows = all.Skip(request.Page.Skip).Take(request.Page.Size).Select(Row).ToList();
        return Task.FromResult(new Page<ReferenceRow>(rows, all.Count, request.Page.Number, request.Page.Size));
    }

    private ReferenceRow Row(IReadOnlyList<KnownFile> versions)
    {
        var file = (versions.FirstOrDefault(version => version.File.ValidFrom <= data.Today) ?? versions[^1]).File;
        var (entries, unverified) = file switch
        {
            CodeList list => (list.Codes.Count, list.IsVerified ? 0 : list.Codes.Count),
            RulePack pack => (pack.Rules.Count, pack.Rules.Count(rule => !rule.IsVerified)),
            Calendar calendar => (calendar.Holidays.Count + calendar.Workdays.Count, calendar.IsVerified ? 0 : calendar.Holidays.Count + calendar.Workdays.Count),
            _ => (0, 0),
        };
        return new(file.Name, file.NameZh, file.NameEn, file.Edition, file.ValidFrom, entries, unverified, versions.Count);
    }
}

internal sealed class BrowseReferenceEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "codelists", PublicationKind.CodeList, "The code lists");
        Map(routes, "rulepacks", PublicationKind.RulePack, "The rule packs: what the law of a place asks for");
        Map(routes, "calendars", PublicationKind.Calendar, "The calendars of holidays, one per year");
    }

    private static void Map(IEndpointRouteBuilder routes, string path, PublicationKind kind, string summary) => routes
        .MapGet($"/api/reference/{path}", (IMediator mediator, int? page, int? size, CancellationToken ct) => mediator.Send(new BrowseReference(kind, PageRequest.From(page, size)), ct))
        .Produces<Page<ReferenceRow>>().WithSummary(summary);
}
