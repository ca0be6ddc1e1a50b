using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>Records that both sides have signed, and on what terms.</summary>
[SignedIn]
internal sealed record SignDeal(Guid Id, long Version, string Cooperation, decimal? Amount, string Currency, DateOnly? SignedOn) : IRequest<Saved>;

internal sealed class SignDealValidator : AbstractValidator<SignDeal>
{
    public SignDealValidator(ICodeLists codes, Texts texts)
    {
        RuleFor(x => x.Cooperation).Cascade(CascadeMode.Stop).NotEmpty().Must(code => codes.Has(BrokerageCodes.Cooperation, code)).WithMessage(_ => texts["brokerage.unknown-code"]);
        RuleFor(x => x.Amount).Cascade(CascadeMode.Stop).NotEmpty().LessThanOrEqualTo(Deal.AmountMax).PrecisionScale(18, 2, ignoreTrailingZeros: true);
        RuleFor(x => x.Currency).Cascade(CascadeMode.Stop).NotEmpty().Must(code => codes.Has(BrokerageCodes.Currency, code)).WithMessage(_ => texts["brokerage.unknown-code"]);
        RuleFor(x => x.SignedOn).NotEmpty();
    }
}

internal sealed class SignDealHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<SignDeal, Saved>
{
    public async Task<Saved> Handle(SignDeal request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var deal = await db.Deals.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        var terms = new DealTerms(request.Cooperation, request.Amount!.Value, request.Currency, request.SignedOn!.Value);
        deal.Sign(terms, actor, clock.GetUtcNow());
        db.Publish(new DealSigned(
            request.Id, deal.NextVersion, deal.ListingId, deal.DemandId, deal.SellerOrganisationId, deal.BuyerOrganisationId,
            terms.Cooperation, terms.Amount, terms.Currency, terms.SignedOn));
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, deal.Version);
    }
}

internal sealed class SignDealEndpoint : IEndpoint
{
    internal sealed record Body(string Cooperation, decimal? Amount, string Currency, DateOnly? SignedOn);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/deals/{id:guid}/signature", (Guid id, Body body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new SignDeal(id, ifMatch.Version, body.Cooperation, body.Amount, body.Currency, body.SignedOn), cancellationToken))
        .WithSummary("Record that both sides have signed, with the terms").Produces<Saved>();
}
