namespace TechMatch.Integration.Directory;

/// <summary>What a person may do. Roles grant them; requests ask for them with <c>[RequirePermission]</c>.</summary>
public static class Permissions
{
    /// <summary>Draft, submit and withdraw listings of one's organisation, and answer interests in them.</summary>
    public const string ManageListings = "listings.manage";

    /// <summary>Review submitted listings against the four quality criteria.</summary>
    public const string ReviewListings = "listings.review";

    /// <summary>Post and close needs of one's organisation, and send interests.</summary>
    public const string ManageDemands = "demands.manage";

    /// <summary>Take deals, move them on, close them.</summary>
    public const string BrokerDeals = "deals.broker";

    /// <summary>Record contracts of deals.</summary>
    public const string RecordContracts = "contracts.record";

    /// <summary>Register technology contracts (认定登记).</summary>
    public const string RegisterContracts = "contracts.register";

    /// <summary>Run the market: organisations, reference data, jobs, dead letters, audit trail, imports.</summary>
    public const string Operate = "operate";
}

/// <summary>What a person is in the market. Later kinds of membership refine these.</summary>
public static class Roles
{
    /// <summary>Technology-transfer office of a university or institute.</summary>
    public const string University = "university";

    /// <summary>A company with needs.</summary>
    public const string Company = "company";

    /// <summary>Technology broker (技术经理人).</summary>
    public const string Broker = "broker";

    /// <summary>Runs the market.</summary>
    public const string Operator = "operator";

    /// <summary>Registers technology contracts.</summary>
    public const string Registrar = "registrar";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [University, Company, Broker, Operator, Registrar];
}
