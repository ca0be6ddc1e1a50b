using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>The contracts that the user may see: their organisation's, those of deals they broker, or all for registrars and operators.</summary>
[SignedIn]
internal sealed record ListContracts(string? State, Guid? Deal, int? Page, int? Size) : IRequest<Page<ContractRow>>;

/// <summary>A contract in a list.</summary>
internal sealed record ContractRow(
    Guid Id, long Version, Guid DealId, string? ProjectNameZh, string? ProjectNameEn, Guid SellerId, string SellerName, Guid BuyerId, string BuyerName,
    string ContractType, decimal TotalAmount, string Currency, DateOnly SignedOn, string State, DateTimeOffset? SubmittedAt, DateOnly? DueOn, bool IsOverdue, string? RegistrationNumber);

internal sealed class ListContractsValidator : AbstractValidator<ListContracts>
{
    public ListContractsValidator(Texts texts) => RuleFor(x => x.State)
        .Must(state => string.IsNullOrEmpty(state) || Enum.GetNames<ContractState>().Contains(state)).WithMessage(_ => texts["contracts.validation.code"]);
}

internal sealed class ListContractsHandler(ContractsDbContext db, ICurrentUser user, IMediator mediator, TimeProvider clock) : IRequestHandler<ListContracts, Page<ContractRow>>
{
    public async Task<Page<ContractRow>> Handle(ListContracts request, CancellationToken cancellationToken)
    {
        var contracts = db.Contracts.AsNoTracking().VisibleTo(user);
        if (request.Deal is { } deal) contracts = contracts.Where(contract => contract.DealId == deal);
        if (Enum.TryParse<ContractState>(request.State, out var state)) contracts = contracts.Where(contract => contract.State == state);
        return await contracts.OrderByDescending(contract => contract.SignedOn).ThenByDescending(contract => contract.Id)
            .ToRows(PageRequest.From(request.Page, request.Size), mediator, clock.Today(), cancellationToken);
    }
}

internal static class ContractRows
{
    /// <summary>One page of rows, with the names of both sides asked for once.</summary>
    public static async Task<Page<ContractRow>> ToRows(
        this IQueryable<TechnologyContract> contracts, PageRequest page, IMediator mediator, DateOnly today, CancellationToken cancellationToken)
    {
        var total = await contracts.CountAsync(cancellationToken);
        var rows = await contracts.IgnoreAutoIncludes().Skip(page.Skip).Take(page.Size)
            .Select(contract => new ContractRow(
                contract.Id.Value, contract.Version, contract.DealId, contract.ProjectName.Zh, contract.ProjectName.En, contract.SellerId, "", contract.BuyerId, "",
                contract.Type, contract.TotalAmount, contract.Currency, contract.SignedOn, contract.State.ToString(), contract.SubmittedAt, contract.DueOn,
                contract.State == ContractState.Accepted && contract.DueOn < today, contract.RegistrationNumber))
            .ToListAsync(cancellationToken);
        var names = await mediator.Send(new GetOrganisations([.. rows.SelectMany(row => new[] { row.SellerId, row.BuyerId }).Distinct()]), cancellationToken);
        return new([.. rows.Select(row => row with { SellerName = Name(row.SellerId), BuyerName = Name(row.BuyerId) })], total, page.Number, page.Size);

        string Name(Guid id) => names.TryGetValue(id, out var card) ? card.Name : "";
    }
}

internal sealed class ListContractsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/contracts", (string? state, Guid? deal, int? page, int? size, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new ListContracts(state, deal, page, size), cancellationToken))
        .WithSummary("Contracts that you may see, newest first; filter by state or deal.");
}
