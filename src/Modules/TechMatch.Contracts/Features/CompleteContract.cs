using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>Writes down what the contract says, as the registration form asks for it. Facts may stay open until the contract is submitted.</summary>
[RequirePermission(Permissions.RecordContracts)]
internal sealed record CompleteContract(
    Guid Id, long? Version, string? ProjectNameZh, string? ProjectNameEn, string ContractType, string? ContractSubtype, decimal TotalAmount, decimal? TechnicalAmount, string Currency,
    DateOnly? StartsOn, DateOnly? EndsOn, string? PaymentForm, string? Field, string? PlanSource, string? Objective, bool? IsRelatedParty) : IRequest<Saved>;

internal sealed class CompleteContractValidator : AbstractValidator<CompleteContract>
{
    public CompleteContractValidator(ICodeLists codes, Texts texts)
    {
        RuleFor(x => x.ProjectNameZh).MaximumLength(TechnologyContract.NameMaxLength);
        RuleFor(x => x.ProjectNameEn).MaximumLength(TechnologyContract.NameMaxLength);
        RuleFor(x => x.ContractType).Cascade(CascadeMode.Stop).NotEmpty().IsCode(codes, CodeList.Type, texts);
        RuleFor(x => x.ContractSubtype).IsSubtype(codes, x => x.ContractType, texts);
        RuleFor(x => x.TotalAmount).IsAmount();
        RuleFor(x => x.TechnicalAmount).IsAmount();
        RuleFor(x => x.Currency).Cascade(CascadeMode.Stop).NotEmpty().IsCode(codes, CodeList.Currency, texts);
        RuleFor(x => x.PaymentForm).IsCode(codes, CodeList.PaymentForm, texts);
        RuleFor(x => x.Field).IsCode(codes, CodeList.Field, texts);
        RuleFor(x => x.PlanSource).IsCode(codes, CodeList.PlanSource, texts);
        RuleFor(x => x.Objective).IsCode(codes, CodeList.Objective, texts);
    }
}

internal sealed class CompleteContractHandler(ContractsDbContext db, ICurrentUser user, IMediator mediator, TimeProvider clock) : IRequestHandler<CompleteContract, Saved>
{
    public async Task<Saved> Handle(CompleteContract request, CancellationToken cancellationToken)
    {
        var contract = await db.GetVisible(request.Id, request.Version, user, cancellationToken);
        ContractAccess.Require(await user.MayComplete(contract, mediator, cancellationToken));
        contract.Complete(
            new(new(request.ProjectNameZh, request.ProjectNameEn), request.ContractType, request.ContractSubtype, request.TotalAmount, request.TechnicalAmount, request.Currency,
                request.StartsOn, request.EndsOn, request.PaymentForm, request.Field, request.PlanSource, request.Objective, request.IsRelatedParty),
            clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(contract.Id.Value, contract.Version);
    }
}

internal sealed class CompleteContractEndpoint : IEndpoint
{
    internal sealed record Body(
        string? ProjectNameZh, string? ProjectNameEn, string ContractType, string? ContractSubtype, decimal TotalAmount, decimal? TechnicalAmount, string Currency,
        DateOnly? StartsOn, DateOnly? EndsOn, string? PaymentForm, string? Field, string? PlanSource, string? Objective, bool? IsRelatedParty);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/contracts/{id:guid}", async (Guid id, Body body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(
                new CompleteContract(
                    id, ifMatch.Version, body.ProjectNameZh, body.ProjectNameEn, body.ContractType, body.ContractSubtype, body.TotalAmount, body.TechnicalAmount, body.Currency,
                    body.StartsOn, body.EndsOn, body.PaymentForm, body.Field, body.PlanSource, body.Objective, body.IsRelatedParty),
                cancellationToken)))
        .WithSummary("Writes down what the contract says. Amounts in whole units of the currency (yuan, not ten thousand yuan).");
}
