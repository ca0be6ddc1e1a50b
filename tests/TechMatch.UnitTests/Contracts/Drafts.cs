using TechMatch.Contracts.Domain;
using TechMatch.Integration.Brokerage;
using TechMatch.Shared.Domain;

namespace TechMatch.UnitTests.Contracts;

/// <summary>Contracts in each state, made by the steps that lead there.</summary>
internal static class Drafts
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 25);
    public static readonly DateOnly SignedOn = new(2026, 11, 20);
    public static readonly Party Beijing = new(Guid.Parse("11111111-0000-7000-8000-000000000011"), "110108", "CN");
    public static readonly Party Zhejiang = new(Guid.Parse("11111111-0000-7000-8000-000000000033"), "33", "CN");
    public static readonly Actor Seller = new("Tester of the seller", Beijing.OrganisationId);
    public static readonly Actor Registrar = new("Registrar", null);
    public const string Number = "2026110108000001";

    public static DealSigned Deal(string cooperation = "exclusive", decimal amount = 1_500_000m, string currency = "CNY") =>
        new(Guid.CreateVersion7(Now), 7, Guid.CreateVersion7(Now), null, Beijing.OrganisationId, Zhejiang.OrganisationId, cooperation, amount, currency, SignedOn);

    public static TechnologyContract Recorded(DealSigned? deal = null, string? ipKind = "invention") => TechnologyContract.Draft(
        NewId.At<ContractId>(Now), deal ?? Deal(), Beijing, Zhejiang, null, new LocalizedText("钠离子电池正极工艺", "Sodium-ion cathode process"), "06", ipKind, Now);

    public static ContractFacts Facts(decimal total = 1_500_000m, decimal? technical = 1_200_000m) => new(
        new("钠离子电池正极工艺", null), "LIC", "LIC-PATENT", total, technical, "CNY", new(2026, 12, 1), new(2031, 11, 30), "instalments", "06", "none", "02", false);

    public static TechnologyContract Complete()
    {
        var contract = Recorded();
        contract.Complete(Facts(), Now);
        return contract;
    }

    public static TechnologyContract Submitted()
    {
        var contract = Complete();
        contract.Submit(Beijing, Zhejiang, Seller, Now);
        return contract;
    }

    public static TechnologyContract Accepted(int? days = 30)
    {
        var contract = Submitted();
        contract.Accept(days, Today, Registrar, Now);
        return contract;
    }

    public static RegistrationFindings Findings(string number = Number, DateOnly? on = null, decimal technical = 1_200_000m) =>
        new(number, on ?? Today, "LIC", "LIC-PATENT", technical);

    public static TechnologyContract InState(ContractState state)
    {
        if (state is ContractState.Recorded) return Complete();
        if (state is ContractState.Submitted) return Submitted();
        var contract = Accepted();
        if (state is ContractState.Returned) contract.Return("The annex is missing.", Today, Registrar, Now);
        if (state is ContractState.Registered) contract.Register(Findings(), Today, Registrar, Now);
        if (state is ContractState.NotRegistered) contract.Refuse("Not a technology contract.", Today, Registrar, Now);
        return contract;
    }
}
