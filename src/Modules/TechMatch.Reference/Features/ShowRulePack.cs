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

/// <summary>What the law of a place asks for on a day, its parents' rules among it.</summary>
[Anyone]
internal sealed record ShowRulePack(string Pack, DateOnly? On) : IRequest<RulePackView>;

/// <summary>The rules of a place on a day.</summary>
/// <param name="Name">The pack's name.</param>
/// <param name="NameZh">Its title in Chinese.</param>
/// <param name="NameEn">Its title in English.</param>
/// <param name="On">The day.</param>
/// <param name="Version">The version in force on that day; null when only the parents had rules then.</param>
/// <param name="Chain">The pack and its parents, nearest first.</param>
/// <param name="Rules">The root's rules in its order, then those that only nearer packs have.</param>
/// <param name="Versions">All versions of the pack, the latest first.</param>
internal sealed record RulePackView(
    string Name, string NameZh, string NameEn, DateOnly On, string? Version, IReadOnlyList<string> Chain, IReadOnlyList<RuleRow> Rules, IReadOnlyList<VersionRow> Versions)
{
    public string Title => new LocalizedText(NameZh, NameEn).In();
}

/// <summary>One rule; the value stands in the field that its unit asks for, and none is filled where no rule is recorded.</summary>
internal sealed record RuleRow(
    string Key, decimal? Number, bool? Flag, string? Word, IReadOnlyList<string> Words, string Unit, bool IsHard, string Source, bool IsVerified, DateOnly ValidFrom,
    string Pack, bool IsInherited, string? NoteZh, string? NoteEn)
{
    public bool HasValue => Number is not null || Flag is not null || Word is not null || Words.Count > 0;

    public string Note => new LocalizedText(NoteZh, NoteEn).In();

    public static RuleRow Of(RuleValue rule, string asked) => new(
        rule.Key, rule.Number, rule.Flag, rule.Word, rule.Words, rule.Unit, rule.IsHard, rule.Source, rule.IsVerified, rule.ValidFrom, rule.Pack, rule.Pack != asked, rule.NoteZh, rule.NoteEn);
}

internal sealed class ShowRulePackHandler(ReferenceData data) : IRequestHandler<ShowRulePack, RulePackView>
{
    public Task<RulePackView> Handle(ShowRulePack request, CancellationToken cancellationToken)
    {
        var snapshot = data.Current;
        var newest = snapshot.Newest<RulePack>(request.Pack) ?? throw new NotFoundException("Rule pack", request.Pack);
        var on = request.On ?? data.Today;
        var inForce = snapshot.PackOn(request.Pack, on);
        string[] chain = [.. snapshot.Chain(request.Pack)];
        var keys = chain.Reverse().SelectMany(name => snapshot.PackOn(name, on)?.Rules ?? []).Select(rule => rule.Key).Distinct();
        var rules = keys.Select(key => snapshot.Rule(request.Pack, key, on)).OfType<RuleValue>().Select(rule => RuleRow.Of(rule, request.Pack));
        var title = inForce ?? newest;
        return Task.FromResult(new RulePackView(
            newest.Name, title.NameZh, title.NameEn, on, inForce?.Edition, chain, [.. rules], VersionRow.Of(snapshot.Versions(PublicationKind.RulePack, request.Pack))));
    }
}

internal sealed class ShowRulePackEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/reference/rulepacks/{pack}", (string pack, DateOnly? on, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowRulePack(pack, on), ct))
        .Produces<RulePackView>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("What the law of a place asks for on a day (today by default), with what its parents ask for");
}
