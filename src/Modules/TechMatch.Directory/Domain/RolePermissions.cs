using TechMatch.Integration.Directory;

namespace TechMatch.Directory.Domain;

/// <summary>What each role may do.</summary>
internal static class RolePermissions
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Granted = new()
    {
        [Roles.University] = [Permissions.ManageListings, Permissions.RecordContracts],
        [Roles.Company] = [Permissions.ManageDemands, Permissions.RecordContracts],
        [Roles.Broker] = [Permissions.BrokerDeals, Permissions.RecordContracts],
        [Roles.Operator] = [Permissions.ReviewListings, Permissions.Operate, Permissions.RegisterContracts],
        [Roles.Registrar] = [Permissions.RegisterContracts],
    };

    /// <summary>The roles that a person may take when they register themselves.</summary>
    public static IReadOnlyList<string> SelfRegistered { get; } = [Roles.University, Roles.Company, Roles.Broker];

    public static IReadOnlyList<string> Of(string role) => Granted.TryGetValue(role, out var permissions) ? permissions : [];

    public static bool ActsForOrganisation(string role) => SelfRegistered.Contains(role);
}
