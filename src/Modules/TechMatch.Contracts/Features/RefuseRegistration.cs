using FluentValidation;
using MediatR;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>Decides not to register (未予登记), with the reason. In the API it is one of the two outcomes of a decision.</summary>
[RequirePermission(Permissions.RegisterContracts)]
internal sealed record RefuseRegistration(Guid Id, long? Version, string Reason) : IRequest<Saved>;

internal sealed class RefuseRegistrationValidator : AbstractValidator<RefuseRegistration>
{
    public RefuseRegistrationValidator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(TechnologyContract.NoteMaxLength);
}

internal sealed class RefuseRegistrationHandler(ContractsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RefuseRegistration, Saved>
{
    public async Task<Saved> Handle(RefuseRegistration request, CancellationToken cancellationToken)
    {
        var contract = await db.GetVisible(request.Id, request.Version, user, cancellationToken);
        contract.Refuse(request.Reason.Trim(), clock.Today(), Actor.Of(user), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(contract.Id.Value, contract.Version);
    }
}
