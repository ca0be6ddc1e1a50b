using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Contracts;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>Registers the contract: it is a technology contract, of this class, with this technical amount, under this number.</summary>
[RequirePermission(Permissions.RegisterContracts)]
internal sealed record RegisterContract(
    Guid Id, long? Version, string RegistrationNumber, DateOnly? RegisteredOn, string? ContractType, string? ContractSubtype, decimal? TechnicalAmount) : IRequest<Saved>;

internal sealed class RegisterContractValidator : AbstractValidator<RegisterContract>
{
    public RegisterContractValidator(ICodeLists codes, Texts texts)
    {
        RuleFor(x => x.RegistrationNumber).Cascade(CascadeMode.Stop).NotEmpty().Must(RegistrationRules.IsNumber).WithMessage(_ => texts[ContractErrors.NumberShape.Code]);
        RuleFor(x => x.RegisteredOn).NotNull();
        RuleFor(x => x.ContractType).IsCode(codes, CodeList.Type, texts);
        RuleFor(x => x.ContractSubtype).IsSubtype(codes, x => x.ContractType, texts).When(x => x.ContractType is not null);
        RuleFor(x => x.TechnicalAmount).IsAmount();
    }
}

internal sealed class RegisterContractHandler(ContractsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RegisterContract, Saved>
{
    public async Task<Saved> Handle(RegisterContract request, CancellationToken cancellationToken)
    {
        var contract = await db.GetVisible(request.Id, request.Version, user, cancellationToken);
        contract.Register(Findings(contract, request), clock.Today(), Actor.Of(user), clock.GetUtcNow());
        Rule.Require(!await IsTaken(request, cancellationToken), ContractErrors.NumberTaken);
        db.Publish(new ContractRegistered(
            contract.Id.Value, contract.NextVersion, contract.DealId, contract.RegistrationNumber!, contract.Type, contract.Field, contract.TotalAmount, contract.TechnicalAmount!.Value,
            contract.Currency, contract.Seller.MainlandRegion, contract.Buyer.MainlandRegion, contract.FlowCode!, contract.SignedOn, contract.RegisteredOn!.Value));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
        {
            // Two registrars may give one number at the same instant; the unique index lets the first one through.
            db.ChangeTracker.Clear();
            if (await IsTaken(request, cancellationToken)) throw new RuleViolationException(ContractErrors.NumberTaken);
            throw;
        }
        return new(contract.Id.Value, contract.Version);
    }

    // What the registrar leaves out stays as the seller stated it.
    private static RegistrationFindings Findings(TechnologyContract contract, RegisterContract request) => new(
        request.RegistrationNumber, request.RegisteredOn!.Value, request.ContractType ?? contract.Type,
        request.ContractType is null ? contract.Subtype : request.ContractSubtype, request.TechnicalAmount ?? contract.TechnicalAmount ?? 0);

    private Task<bool> IsTaken(RegisterContract request, CancellationToken cancellationToken)
    {
        var id = ContractId.From(request.Id);
        return db.Contracts.AnyAsync(other => other.RegistrationNumber == request.RegistrationNumber && other.Id != id, cancellationToken);
    }
}

internal sealed class RegisterContractEndpoint : IEndpoint
{
    internal sealed record Body(string Outcome, string? RegistrationNumber, DateOnly? RegisteredOn, string? ContractType, string? ContractSubtype, decimal? TechnicalAmount, string? Reason);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/contracts/{id:guid}/registration/decision", async (Guid id, Body body, IfMatch ifMatch, IMediator mediator, Texts texts, CancellationToken cancellationToken) =>
            TypedResults.Ok(body.Outcome switch
            {
                "registered" => await mediator.Send(
                    new RegisterContract(id, ifMatch.Version, body.RegistrationNumber ?? "", body.RegisteredOn, body.ContractType, body.ContractSubtype, body.TechnicalAmount), cancellationToken),
                "notRegistered" => await mediator.Send(new RefuseRegistration(id, ifMatch.Version, body.Reason ?? ""), cancellationToken),
                _ => throw new ValidationException([new ValidationFailure(nameof(Body.Outcome), texts["contracts.validation.code"])]),
            }))
        .WithSummary("Decides: outcome is registered (with number and day) or notRegistered (with the reason).");
}
