using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Reference;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Reference.Features;

/// <summary>One code list, whole: in the version of today or in a named one.</summary>
[Anyone]
internal sealed record ShowCodeList(string Name, string? Version) : IRequest<CodeListView>;

/// <summary>A code list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NameZh">Its title in Chinese.</param>
/// <param name="NameEn">Its title in English.</param>
/// <param name="Version">The version shown.</param>
/// <param name="IsPresent">Whether that is the version of today.</param>
/// <param name="ValidFrom">Since when the version holds.</param>
/// <param name="Source">Where it comes from; <c>ours</c> for a decision of the product.</param>
/// <param name="IsVerified">Whether somebody checked it against the source.</param>
/// <param name="ParentList">The list that the parents are in; null for the list itself.</param>
/// <param name="MemberList">The list that the members are in; null when no code has any.</param>
/// <param name="Codes">In the list's order.</param>
/// <param name="Retired">Codes that only other versions have: records that carry them keep their names.</param>
/// <param name="Versions">All versions, the latest first.</param>
internal sealed record CodeListView(
    string Name, string NameZh, string NameEn, string Version, bool IsPresent, DateOnly ValidFrom, string Source, bool IsVerified, string? ParentList, string? MemberList,
    IReadOnlyList<CodeRow> Codes, IReadOnlyList<CodeRow> Retired, IReadOnlyList<VersionRow> Versions)
{
    public string Title => new LocalizedText(NameZh, NameEn).In();
}

/// <summary>One code, with the fields of the file.</summary>
internal sealed record CodeRow(string Code, string Zh, string En, string? Parent, IReadOnlyList<string> Members, int? TrlFrom, int? TrlTo, int? Decimals, string? NoteZh, string? NoteEn)
{
    public string Note => new LocalizedText(NoteZh, NoteEn).In();

    public static CodeRow Of(Code code) => new(code.Value, code.Zh, code.En, code.Parent, code.Members, code.TrlFrom, code.TrlTo, code.Decimals, code.NoteZh, code.NoteEn);
}

internal sealed class ShowCodeListHandler(ReferenceData data) : IRequestHandler<ShowCodeList, CodeListView>
{
    public Task<CodeListView> Handle(ShowCodeList request, CancellationToken cancellationToken)
    {
        var snapshot = data.Current;
        var versions = snapshot.Versions(PublicationKind.CodeList, request.Name);
        var present = snapshot.ListOn(request.Name, data.Today);
        var list = request.Version is null ? present : versions.Select(version => (CodeList)version.File).FirstOrDefault(version => version.Edition == request.Version);
        if (list is null) throw new NotFoundException("Code list", $"{request.Name} {request.Version}");
        var retired = versions.SelectMany(version => ((CodeList)version.File).Codes).Where(code => !list.ByValue.ContainsKey(code.Value)).DistinctBy(code => code.Value);
        return Task.FromResult(new CodeListView(
            list.Name, list.NameZh, list.NameEn, list.Edition, list == present, list.ValidFrom, list.Source!, list.IsVerified, list.ParentList, list.MemberList,
            [.. list.Codes.Select(CodeRow.Of)], [.. retired.Select(CodeRow.Of)], VersionRow.Of(versions)));
    }
}

internal sealed class ShowCodeListEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/reference/codelists/{name}", (string name, string? version, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowCodeList(name, version), ct))
        .Produces<CodeListView>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("A code list in the version of today, or in a named one");
}
