using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Listings;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Messaging;

namespace TechMatch.IntegrationTests.Contracts;

/// <summary>Signed deals, told as the brokerage tells them.</summary>
internal static class SignedDeals
{
    public static readonly DateOnly SignedOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-3);

    public static DealSigned Between(
        Harness.Actor seller, Harness.Actor buyer, Guid? deal = null, decimal amount = 1_500_000m, string cooperation = "exclusive", string currency = "CNY") =>
        new(deal ?? Guid.CreateVersion7(), 9, Guid.CreateVersion7(), null, seller.OrganisationId, buyer.OrganisationId, cooperation, amount, currency, SignedOn);

    /// <summary>Tells a fact as its module does: by the outbox.</summary>
    public static Task<int> Tell(this Market market, IIntegrationEvent fact) =>
        // A single insert would have no transaction of its own, and SQLite does not wait for a lock at its end.
        market.InTransaction((ContractsDbContext db) =>
        {
            db.Publish(fact);
            return db.SaveChangesAsync();
        });

    /// <summary>Brings one message to the consumers, as often as it is called: what a broker does that never saw the confirmation.</summary>
    public static Task Bring<T>(this Market market, T fact, Guid messageId)
        where T : class =>
        market.Services.GetRequiredService<MassTransit.Mediator.IMediator>().Publish(fact, Pipe.Execute<PublishContext<T>>(context => context.MessageId = messageId));

    /// <summary>The seller's contract of a deal that was just signed.</summary>
    public static async Task<Guid> SignedContract(this Market market, Harness.Actor seller, DealSigned deal)
    {
        await market.Tell(deal);
        Guid? id = null;
        await Eventually.True(
            async () =>
            {
                var items = (await seller.Api.Get($"/api/contracts?deal={deal.DealId}")).GetProperty("items");
                if (items.GetArrayLength() > 0) id = items[0].Id();
                return id is not null;
            },
            "contract of the signed deal");
        return id.ShouldNotBeNull();
    }

    /// <summary>A deal in the brokerage that a broker has taken.</summary>
    public static async Task<Guid> DealOf(this Market market, Harness.Actor seller, Harness.Actor buyer, Harness.Actor broker)
    {
        var now = DateTimeOffset.UtcNow;
        var listing = new ListingCard(
            Guid.CreateVersion7(), 1, seller.OrganisationId, "Published", "成果", null, null, null, null, null, null, null, "06", [], null, null, null, [], "negotiable", null, null, "CNY", null, now);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var interest = Interest.Send(
            listing, null, new(buyer.PersonId, buyer.OrganisationId), new("A licence.", "Data.", "We make cells."), new(today.AddDays(3), today.AddDays(9)), hasOpen: false, now);
        var deal = interest.Accept(new(seller.PersonId, seller.OrganisationId), now);
        deal.Take(new(broker.PersonId, broker.OrganisationId, IsBroker: true), now);
        await market.With<BrokerageDbContext, int>(db =>
        {
            db.Add(interest);
            db.Add(deal);
            return db.SaveChangesAsync();
        });
        return deal.Id.Value;
    }

    /// <summary>Everything that the registration form asks for.</summary>
    public static Dictionary<string, object?> Facts(decimal total = 1_500_000m, decimal technical = 1_200_000m) => new()
    {
        ["projectNameZh"] = "钠离子电池正极工艺",
        ["contractType"] = "LIC",
        ["contractSubtype"] = "LIC-PATENT",
        ["totalAmount"] = total,
        ["technicalAmount"] = technical,
        ["currency"] = "CNY",
        ["startsOn"] = SignedOn,
        ["endsOn"] = SignedOn.AddYears(5),
        ["paymentForm"] = "instalments",
        ["field"] = "06",
        ["planSource"] = "none",
        ["objective"] = "02",
        ["isRelatedParty"] = false,
    };

    public static string FreshNumber() => "2026" + System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", 12);

    /// <summary>A contract that waits for the registrar; its version beside it.</summary>
    public static async Task<(Guid Id, long Version)> SubmittedContract(this Market market, Harness.Actor seller, Harness.Actor buyer, decimal total = 1_500_000m)
    {
        var id = await market.SignedContract(seller, Between(seller, buyer, amount: total));
        var saved = await seller.Api.Put($"/api/contracts/{id}", Facts(total, total), ifMatch: 1);
        saved = await seller.Api.Post($"/api/contracts/{id}/registration", null, ifMatch: saved.Version());
        return (id, saved.Version());
    }
}
