using System.Reflection;
using Shouldly;
using TechMatch.Directory.Domain;
using TechMatch.Integration.Directory;

namespace TechMatch.UnitTests.Directory;

public class RolePermissionsTests
{
    private static readonly string[] AllPermissions =
        [.. typeof(Permissions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    [Fact]
    public void Every_role_may_do_something()
    {
        Roles.All.ShouldNotBeEmpty();
        foreach (var role in Roles.All) RolePermissions.Of(role).ShouldNotBeEmpty(role);
    }

    [Fact]
    public void Every_permission_is_granted_to_somebody()
    {
        AllPermissions.Length.ShouldBeGreaterThan(5);
        Roles.All.SelectMany(RolePermissions.Of).Distinct().ShouldBe(AllPermissions, ignoreOrder: true);
    }

    [Fact]
    public void An_unknown_role_may_do_nothing() => RolePermissions.Of("king").ShouldBeEmpty();

    [Fact]
    public void Nobody_can_register_into_running_the_market() => RolePermissions.SelfRegistered.SelectMany(RolePermissions.Of)
        .ShouldNotContain(permission => permission == Permissions.Operate || permission == Permissions.ReviewListings || permission == Permissions.RegisterContracts);
}
