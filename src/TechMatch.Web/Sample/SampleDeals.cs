using System.Text.Json;
using TechMatch.Shared.Domain;

namespace TechMatch.Web.Sample;

/// <summary>What becomes of one interest: a line of deals.jsonl. People and records by their keys in the other files.</summary>
/// <param name="Decline">The reason of a refusal; null when there is none.</param>
/// <param name="Accepted">The seller accepts and no broker has taken the deal yet.</param>
/// <param name="Broker">Who takes the deal, which means that it was accepted.</param>
/// <param name="Stage">How far the deal comes.</param>
/// <param name="Lost">Why it ended without success; null when it did not.</param>
internal sealed record Story(
    string Listing, string? Demand, string Seller, string Buyer, string CooperationSought, string Missing, string AboutUs, string? Decline, string? DeclineNote, bool Accepted,
    string? Broker, string? Stage, string? Lost, string? Note, Story.SignedTerms? Terms, Story.ContractFacts? Contract, Story.RegistrationEnd? Registration)
{
    public const string Registrar = "p-registrar";

    internal sealed record SignedTerms(string Cooperation, decimal Amount, int SignedDaysAgo);

    internal sealed record ContractFacts(string Subtype, decimal TechnicalAmount, string PaymentForm, string PlanSource, string Objective, int Years);

    /// <param name="Outcome">returned, accepted or registered.</param>
    internal sealed record RegistrationEnd(string Outcome, string? Reason, int DaysAgo, string? Number);
}

/// <summary>
/// Plays the sample's people through the public API: they send interests, answer, broker, sign and register, so that every
/// rule, event and audit entry of a sample deal is as real as anybody's.
/// </summary>
internal sealed class SampleDeals(IReadOnlyDictionary<string, ApiClient> people, DateOnly today)
{
    private const string Currency = "CNY";
    private const string LastStageBeforeSigning = "Drafting";

    /// <summary>Plays one story to its end; one that was begun in a start that was cut short is left as it stands.</summary>
    public async Task Play(Story story, CancellationToken cancellationToken)
    {
        var (seller, buyer) = (people[story.Seller], people[story.Buyer]);
        var listing = await Find(seller, "/api/my/listings", story.Listing, cancellationToken);
        var sent = await buyer.Get("/api/interests?direction=outgoing&size=100", cancellationToken);
        if (sent.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("listingId").GetGuid() == listing)) return;

        var demand = story.Demand is null ? (Guid?)null : await Find(buyer, "/api/my/demands", story.Demand, cancellationToken);
        var interest = await buyer.Post("/api/interests", new { listingId = listing, demandId = demand, story.CooperationSought, story.Missing, story.AboutUs }, null, cancellationToken);
        var path = $"/api/interests/{interest.GetProperty("id").GetGuid()}";
        if (story.Decline is not null) await seller.Post($"{path}/refusal", new { declineReason = story.Decline, story.DeclineNote }, interest, cancellationToken);
        if (story.Decline is not null || (!story.Accepted && story.Broker is null)) return;

        var accepted = await seller.Post($"{path}/acceptance", null, interest, cancellationToken);
        if (story.Broker is null) return;
        var deal = accepted.GetProperty("dealId").GetGuid();
        await Negotiate(people[story.Broker], story, $"/api/deals/{deal}", cancellationToken);
        if (story.Contract is not { } contract) return;
        await Register(seller, people[Story.Registrar], story, contract, deal, cancellationToken);
        // The registration reaches the deal by an event; a step taken meanwhile would be one from an old version.
        if (story.Registration?.Outcome == "registered")
            await Until(async () => Stage(await people[story.Broker].Get($"/api/deals/{deal}", cancellationToken)) == "Registered", $"Registration of deal {deal}", cancellationToken);
        await Advance(people[story.Broker], $"/api/deals/{deal}", story.Stage!, cancellationToken);
    }

    private async Task Negotiate(ApiClient broker, Story story, string deal, CancellationToken cancellationToken)
    {
        await broker.Post($"{deal}/broker", null, await broker.Get(deal, cancellationToken), cancellationToken);
        await Advance(broker, deal, story.Terms is null ? story.Stage! : LastStageBeforeSigning, cancellationToken);
        var now = await broker.Get(deal, cancellationToken);
        if (story.Lost is not null) await broker.Post($"{deal}/loss", new { exitReason = story.Lost, story.Note }, now, cancellationToken);
        if (story.Terms is { } terms)
            await broker.Post($"{deal}/signature", new { terms.Cooperation, terms.Amount, Currency, signedOn = today.AddDays(-terms.SignedDaysAgo) }, now, cancellationToken);
    }

    private static async Task Advance(ApiClient broker, string deal, string stage, CancellationToken cancellationToken)
    {
        while (await broker.Get(deal, cancellationToken) is var now && Stage(now) != stage)
            await broker.Post($"{deal}/stage", new { stage = now.GetProperty("summary").GetProperty("next").GetString() }, now, cancellationToken);
    }

    private static string? Stage(JsonElement deal) => deal.GetProperty("summary").GetProperty("stage").GetString();

    private async Task Register(ApiClient seller, ApiClient registrar, Story story, Story.ContractFacts contract, Guid deal, CancellationToken cancellationToken)
    {
        JsonElement row = default;
        await Until(
            async () =>
            {
                var found = await seller.Get($"/api/contracts?deal={deal}", cancellationToken);
                row = found.GetProperty("items").EnumerateArray().FirstOrDefault();
                return row.ValueKind is JsonValueKind.Object;
            },
            $"The contract of deal {deal}", cancellationToken);
        var path = $"/api/contracts/{row.GetProperty("id").GetGuid()}";
        var saved = await seller.Put(path, Facts(await seller.Get(path, cancellationToken), contract), row, cancellationToken);
        if (story.Registration is not { } registration) return;

        saved = await seller.Post($"{path}/registration", null, saved, cancellationToken);
        if (registration.Outcome == "returned")
        {
            await registrar.Post($"{path}/registration/return", new { correction = registration.Reason }, saved, cancellationToken);
            return;
        }
        saved = await registrar.Post($"{path}/registration/acceptance", null, saved, cancellationToken);
        if (registration.Outcome != "registered") return;
        var registeredOn = today.AddDays(-registration.DaysAgo);
        await registrar.Post($"{path}/registration/decision", new { registration.Outcome, registrationNumber = $"{registeredOn.Year}{registration.Number}", registeredOn }, saved, cancellationToken);
    }

    private static object Facts(JsonElement recorded, Story.ContractFacts contract)
    {
        var signedOn = DateOnly.ParseExact(recorded.GetProperty("signedOn").GetString()!, "yyyy-MM-dd", null);
        return new
        {
            projectNameZh = recorded.GetProperty("projectNameZh").GetString(),
            projectNameEn = recorded.GetProperty("projectNameEn").GetString(),
            contractType = contract.Subtype.Split('-')[0],
            contractSubtype = contract.Subtype,
            totalAmount = recorded.GetProperty("totalAmount").GetDecimal(),
            contract.TechnicalAmount,
            Currency,
            startsOn = signedOn,
            endsOn = signedOn.AddYears(contract.Years),
            contract.PaymentForm,
            field = recorded.GetProperty("field").GetString(),
            contract.PlanSource,
            contract.Objective,
            isRelatedParty = false,
        };
    }

    private static async Task<Guid> Find(ApiClient owner, string path, string externalId, CancellationToken cancellationToken)
    {
        var own = await owner.Get($"{path}?size=100", cancellationToken);
        return own.GetProperty("items").EnumerateArray().First(item => item.GetProperty("externalId").GetString() == externalId).GetProperty("id").GetGuid();
    }

    private static async Task Until(Func<Task<bool>> done, string what, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await done()) return;
            await Task.Delay(50, cancellationToken);
        }
        throw new TimeoutException($"{what} did not come.");
    }
}
