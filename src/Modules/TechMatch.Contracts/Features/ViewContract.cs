using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>One contract with its registration, for those who may know of it.</summary>
[SignedIn]
internal sealed record ViewContract(Guid Id) : IRequest<ContractView>;

/// <summary>One side.</summary>
internal sealed record PartyView(Guid Id, string Name, string? Region, string Country);

/// <summary>A step of the registration.</summary>
internal sealed record StepView(string State, DateTimeOffset At, string Actor, string? Note);

/// <summary>Something worth a second look; never a refusal.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Text">In the reader's language.</param>
internal sealed record ContractHint(string Code, string Text);

/// <summary>What the reader may do now.</summary>
internal sealed record ContractActions(bool Complete, bool Submit, bool Accept, bool Return, bool Decide);

/// <summary>A contract.</summary>
internal sealed record ContractView(
    Guid Id, long Version, Guid DealId, Guid ListingId, string? ProjectNameZh, string? ProjectNameEn, PartyView Seller, PartyView Buyer,
    string Cooperation, string? ProposedType, string ProposalReason, string ContractType, string? ContractSubtype,
    decimal TotalAmount, decimal? TechnicalAmount, string Currency, DateOnly SignedOn, DateOnly? StartsOn, DateOnly? EndsOn,
    string? PaymentForm, string? Field, string? PlanSource, string? Objective, bool? IsRelatedParty,
    string State, DateTimeOffset? SubmittedAt, int? DecisionDays, DateOnly? DueOn, bool IsOverdue, string? RegistrationNumber, DateOnly? RegisteredOn, string? Flow,
    IReadOnlyList<string> Missing, IReadOnlyList<ContractHint> Hints, IReadOnlyList<StepView> Steps, ContractActions May) : IVersioned
{
    /// <summary>The technical amount's share of the total in per cent; null while it is not known.</summary>
    public decimal? TechnicalShare => TechnicalAmount is { } technical && TotalAmount > 0 ? Math.Round(technical / TotalAmount * 100, 1) : null;
}

internal sealed class ViewContractHandler(ContractsDbContext db, ICurrentUser user, IMediator mediator, Texts texts, TimeProvider clock) : IRequestHandler<ViewContract, ContractView>
{
    public async Task<ContractView> Handle(ViewContract request, CancellationToken cancellationToken)
    {
        var contract = await db.GetVisible(request.Id, null, user, cancellationToken);
        var names = await mediator.Send(new GetOrganisations([contract.SellerId, contract.BuyerId]), cancellationToken);
        var decides = user.MayDecide(contract);
        return new(
            contract.Id.Value, contract.Version, contract.DealId, contract.ListingId, contract.ProjectName.Zh, contract.ProjectName.En, Side(contract.Seller), Side(contract.Buyer),
            contract.Cooperation, Classification.Type(contract.Cooperation), texts[$"contracts.reason.{contract.Cooperation.ToLowerInvariant()}"], contract.Type, contract.Subtype,
            contract.TotalAmount, contract.TechnicalAmount, contract.Currency, contract.SignedOn, contract.StartsOn, contract.EndsOn,
            contract.PaymentForm, contract.Field, contract.PlanSource, contract.Objective, contract.IsRelatedParty,
            contract.State.ToString(), contract.SubmittedAt, contract.Clock.Days, contract.DueOn, contract.IsOverdue(clock.Today()), contract.RegistrationNumber, contract.RegisteredOn,
            contract.FlowCode ?? Flow.Between(contract.Seller, contract.Buyer),
            [.. contract.Missing.Select(OnTheForm)], [.. Hints(contract)],
            [.. contract.Steps.OrderBy(step => step.Number).Select(step => new StepView(step.State.ToString(), step.At, step.Actor, step.Note))],
            new(
                contract.IsOpenForChange && await user.MayComplete(contract, mediator, cancellationToken), contract.IsOpenForChange && user.MaySubmit(contract),
                contract.State is ContractState.Submitted && decides, contract.State is ContractState.Submitted or ContractState.Accepted && decides,
                contract.State is ContractState.Accepted && decides));

        PartyView Side(Party party) => new(party.OrganisationId, names.TryGetValue(party.OrganisationId, out var card) ? card.Name : "", party.Region, party.Country);
    }

    // The form and the API say contractSubtype: a contract's own property needs no prefix.
    private static string OnTheForm(string property) => property == nameof(TechnologyContract.Subtype) ? "contractSubtype" : Problems.JsonPath(property);

    private IEnumerable<ContractHint> Hints(TechnologyContract contract)
    {
        if (TechnologyContract.LooksTooSmall(contract.TotalAmount, contract.Currency)) yield return Hint("small-amount");
        if (Classification.Type(contract.Cooperation) is { } proposed && proposed != contract.Type) yield return Hint("type-differs");
        if (contract.TechnicalAmount == 0) yield return Hint("nothing-technical");
        if (contract.EndsOn is { } end && end < contract.SignedOn) yield return Hint("ended-before-signing");
        if (!contract.Seller.IsOnTheMainland) yield return Hint("seller-abroad");
        else if (!contract.Buyer.IsOnTheMainland) yield return Hint("export");
    }

    private ContractHint Hint(string code) => new(code, texts[$"contracts.hint.{code}"]);
}

internal sealed class ViewContractEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/contracts/{id:guid}", (Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new ViewContract(id), cancellationToken))
        .WithSummary("One contract with the steps of its registration.");
}
