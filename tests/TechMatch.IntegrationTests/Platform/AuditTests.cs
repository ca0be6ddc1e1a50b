using Microsoft.EntityFrameworkCore;
using Shouldly;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Persistence;

namespace TechMatch.IntegrationTests.Platform;

/// <summary>Each test has its own market: sealing and tampering concern the whole trail.</summary>
public abstract class AuditTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_change_leaves_who_did_what_to_which_field_and_no_secret()
    {
        await using var market = await StartOwn();

        var company = await market.NewCompany();

        var entries = await Trail(market);
        var organisation = entries.Single(entry => entry.SubjectId == company.OrganisationId.ToString());
        organisation.Actor.ShouldBe("system");
        organisation.Action.ShouldBe(nameof(EnsureOrganisation));
        organisation.Module.ShouldBe("directory");
        organisation.Version.ShouldBe(1);
        organisation.Changes.ShouldContain("Test body");
        string.Concat(entries.Select(entry => entry.Changes)).ShouldNotContain(company.Password);
    }

    [Fact]
    public async Task The_sealed_trail_is_whole_until_somebody_changes_an_entry()
    {
        await using var market = await StartOwn();
        for (var i = 0; i < 3; i++) await market.NewCompany();
        await Seal(market);

        var before = await Verify(market);
        await Execute(market, db => db.AuditTrail.Where(entry => entry.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Actor, "somebody else")));
        var after = await Verify(market);

        before.BrokenAt.ShouldBeNull();
        before.Sealed.ShouldBeGreaterThanOrEqualTo(3);
        after.ShouldBe(new AuditVerdict(1, 2));
    }

    [Fact]
    public async Task A_removed_entry_breaks_the_trail()
    {
        await using var market = await StartOwn();
        for (var i = 0; i < 3; i++) await market.NewCompany();
        await Seal(market);

        await Execute(market, db => db.AuditTrail.Where(entry => entry.Sequence == 2).ExecuteDeleteAsync());

        (await Verify(market)).BrokenAt.ShouldBe(2);
    }

    [Fact]
    public async Task A_long_trail_is_read_in_parts_to_its_end()
    {
        await using var market = await StartOwn();
        await Execute(market, db =>
        {
            for (var i = 0; i < 1_100; i++)
                db.AuditTrail.Add(new() { Id = Guid.CreateVersion7(), At = TimeProvider.System.GetUtcNow(), Actor = "a", Action = "b", Module = "c", Subject = "d", SubjectId = $"{i}", Changes = "{}" });
            return db.SaveChangesAsync();
        });
        await Seal(market);

        var whole = await Verify(market);
        await Execute(market, db => db.AuditTrail.Where(entry => entry.Sequence == 1_050).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Actor, "somebody else")));

        whole.BrokenAt.ShouldBeNull();
        whole.Sealed.ShouldBeGreaterThanOrEqualTo(1_100);
        (await Verify(market)).ShouldBe(new AuditVerdict(1_049, 1_050));
    }

    [Fact]
    public async Task Sealing_again_goes_on_where_the_chain_ends()
    {
        await using var market = await StartOwn();
        await market.NewCompany();
        await Seal(market);
        var first = await Verify(market);

        await market.NewCompany();
        await Seal(market);

        var second = await Verify(market);
        second.BrokenAt.ShouldBeNull();
        second.Sealed.ShouldBeGreaterThan(first.Sealed);
    }

    private static Task<List<AuditEntry>> Trail(Market market) => market.With((PlatformDbContext db) => db.AuditTrail.AsNoTracking().ToListAsync());

    private static Task<int> Execute(Market market, Func<PlatformDbContext, Task<int>> change) => market.With(change);

    private static Task<AuditVerdict> Verify(Market market) => market.With((AuditChain chain) => chain.Verify(CancellationToken.None));

    private static Task Seal(Market market) => market.RunNow<AuditChain>();
}

public sealed class AuditTestsOnSqlite(SqliteMarket market) : AuditTests(market);

public sealed class AuditTestsOnPostgreSql(PostgreSqlMarket market) : AuditTests(market);

public sealed class AuditTestsOnSqlServer(SqlServerMarket market) : AuditTests(market);
