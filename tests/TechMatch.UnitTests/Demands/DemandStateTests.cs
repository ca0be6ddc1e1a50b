using CsCheck;
using Shouldly;
using TechMatch.Demands.Domain;
using TechMatch.Shared.Domain;
using static TechMatch.Demands.Domain.DemandStatus;

namespace TechMatch.UnitTests.Demands;

public class DemandStateTests
{
    private static readonly Guid Owner = new(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly Dictionary<string, Action<Demand, DateTimeOffset>> Acts = new()
    {
        ["publish"] = (demand, now) => demand.Publish(now),
        ["revise"] = (demand, now) => demand.Revise(Details(), now),
        ["solve"] = (demand, now) => demand.Solve(now),
        ["withdraw"] = (demand, now) => demand.Withdraw(now),
        ["expire"] = (demand, now) => demand.Expire(now),
    };

    /// <summary>Written down apart from the aggregate: state, act, where it leads; or why it is refused.</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        { "Draft", "publish", "Published" },
        { "Draft", "revise", "Draft" },
        { "Draft", "solve", "demand.not-on-market" },
        { "Draft", "withdraw", "Withdrawn" },
        { "Draft", "expire", "demand.not-on-market" },
        { "Published", "publish", "demand.not-publishable" },
        { "Published", "revise", "Published" },
        { "Published", "solve", "Solved" },
        { "Published", "withdraw", "Withdrawn" },
        { "Published", "expire", "Expired" },
        { "Expired", "publish", "Published" },
        { "Expired", "revise", "Expired" },
        { "Expired", "solve", "demand.not-on-market" },
        { "Expired", "withdraw", "Withdrawn" },
        { "Expired", "expire", "demand.not-on-market" },
        { "Solved", "publish", "demand.not-publishable" },
        { "Solved", "revise", "demand.not-editable" },
        { "Solved", "solve", "demand.not-on-market" },
        { "Solved", "withdraw", "demand.closed" },
        { "Solved", "expire", "demand.not-on-market" },
        { "Withdrawn", "publish", "demand.not-publishable" },
        { "Withdrawn", "revise", "demand.not-editable" },
        { "Withdrawn", "solve", "demand.not-on-market" },
        { "Withdrawn", "withdraw", "demand.closed" },
        { "Withdrawn", "expire", "demand.not-on-market" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_state_allows_its_acts_and_no_others(string state, string act, string expected)
    {
        var demand = In(Enum.Parse<DemandStatus>(state));
        var later = Start.AddDays(1);
        if (Enum.TryParse<DemandStatus>(expected, out var next))
        {
            Acts[act](demand, later);
            (demand.Status, demand.ChangedAt).ShouldBe((next, later));
        }
        else
        {
            Should.Throw<RuleViolationException>(() => Acts[act](demand, later)).Error.Code.ShouldBe(expected);
            (demand.Status.ToString(), demand.ChangedAt).ShouldBe((state, Start));
        }
    }

    [Fact]
    public void The_table_names_every_state_with_every_act() => Table.Count.ShouldBe(Enum.GetValues<DemandStatus>().Length * Acts.Count);

    [Fact]
    public void No_order_of_acts_leads_to_an_illegal_state()
    {
        var legal = Table.Select(row => row.Data).Where(row => Enum.TryParse<DemandStatus>(row.Item3, out _))
            .Select(row => (Enum.Parse<DemandStatus>(row.Item1), row.Item2, Enum.Parse<DemandStatus>(row.Item3))).ToHashSet();
        var reached = new HashSet<DemandStatus>();
        string[] often = ["publish", "revise", "expire"];
        string[] seldom = ["solve", "withdraw"];
        var act = Gen.Frequency((6, Gen.Int[0, 2].Select(index => often[index])), (1, Gen.Int[0, 1].Select(index => seldom[index])));

        // A day may be missing or up to forty days off, so that walks meet needs whose time is over.
        Gen.Select(act, Gen.Int[0, 20], Gen.Int[-1, 40], Gen.Bool).Array[1, 40].Sample(
            walk =>
            {
                var (demand, now) = (Demand.Draft(Owner, Details(), Start), Start);
                foreach (var (name, days, deadline, told) in walk)
                {
                    now = now.AddDays(days);
                    var before = (demand.Status, demand.ChangedAt, demand.PublishedAt, demand.Problem, demand.Deadline);
                    try
                    {
                        if (name == "revise") demand.Revise(Details(told ? "Ice." : null, deadline < 0 ? null : Today.AddDays(deadline * 5)), now);
                        else Acts[name](demand, now);
                        legal.ShouldContain((before.Status, name, demand.Status));
                        demand.ChangedAt.ShouldBe(now);
                        if (demand.IsPublished) (demand.Deadline is null || demand.Deadline >= DateOnly.FromDateTime(now.UtcDateTime)).ShouldBeTrue();
                    }
                    catch (RuleViolationException)
                    {
                        (demand.Status, demand.ChangedAt, demand.PublishedAt, demand.Problem, demand.Deadline).ShouldBe(before);
                    }
                    if (demand.Status is Published or Solved) (demand.PublishedAt is not null && !demand.Problem.IsEmpty).ShouldBeTrue();
                    if (demand.Status is Expired) demand.PublishedAt.ShouldNotBeNull();
                    demand.OrganisationId.ShouldBe(Owner);
                    lock (reached) reached.Add(demand.Status);
                }
            },
            seed: "0N0XIzNsQ0O2",
            iter: 10_000);

        reached.Order().ShouldBe(Enum.GetValues<DemandStatus>().Order());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", true)]
    public void A_need_is_published_until_the_end_of_its_last_day(string? deadline, bool goes)
    {
        var demand = Demand.Draft(Owner, Details(deadline: Day(deadline)), Start);
        if (goes)
        {
            demand.Publish(Start);
            demand.PublishedAt.ShouldBe(Start);
        }
        else
        {
            Should.Throw<RuleViolationException>(() => demand.Publish(Start)).Error.ShouldBe(DemandErrors.DeadlinePassed);
            demand.PublishedAt.ShouldBeNull();
        }
    }

    [Fact]
    public void The_last_minute_of_the_last_day_counts_and_the_next_does_not()
    {
        // The market counts days by China's clock.
        var late = new DateTimeOffset(2026, 3, 1, 23, 59, 59, TimeSpan.FromHours(8));
        Demand.Draft(Owner, Details(deadline: Today), Start).Publish(late);
        Should.Throw<RuleViolationException>(() => Demand.Draft(Owner, Details(deadline: Today), Start).Publish(late.AddSeconds(1))).Error.ShouldBe(DemandErrors.DeadlinePassed);
    }

    [Fact]
    public void An_expired_need_comes_back_once_its_deadline_is_moved()
    {
        var demand = Demand.Draft(Owner, Details(deadline: Today), Start);
        demand.Publish(Start);
        var later = Start.AddDays(10);
        demand.Expire(later);
        Should.Throw<RuleViolationException>(() => demand.Publish(later)).Error.ShouldBe(DemandErrors.DeadlinePassed);
        demand.Revise(Details(deadline: Today.AddDays(30)), later);
        demand.Status.ShouldBe(Expired);
        demand.Publish(later);
        (demand.Status, demand.PublishedAt).ShouldBe((Published, later));
    }

    [Fact]
    public void A_need_on_the_market_keeps_a_problem_and_a_deadline_to_come()
    {
        var demand = In(Published);
        Should.Throw<RuleViolationException>(() => demand.Revise(Details(problem: " "), Start)).Error.ShouldBe(DemandErrors.ProblemMissing);
        Should.Throw<RuleViolationException>(() => demand.Revise(Details(deadline: Today.AddDays(-1)), Start)).Error.ShouldBe(DemandErrors.DeadlinePassed);
        demand.Problem.En.ShouldBe("Ice on blades.");
        In(Draft).Revise(Details(problem: null, deadline: Today.AddDays(-1)), Start);
    }

    [Fact]
    public void A_draft_without_a_problem_cannot_be_published() =>
        Should.Throw<RuleViolationException>(() => Demand.Draft(Owner, Details(problem: null), Start).Publish(Start)).Error.ShouldBe(DemandErrors.ProblemMissing);

    [Fact]
    public void Who_acts_for_no_organisation_has_no_needs() =>
        Should.Throw<RuleViolationException>(() => Demand.Draft(null, Details(), Start)).Error.ShouldBe(DemandErrors.NoOrganisation);

    [Theory]
    [InlineData("320500", "32")]
    [InlineData("32", "32")]
    [InlineData(null, null)]
    public void The_province_follows_from_the_region(string? region, string? province) =>
        Demand.Draft(Owner, Details() with { Region = region }, Start).Province.ShouldBe(province);

    [Theory]
    [InlineData(null, false)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-03-01", false)]
    public void A_need_expires_only_after_its_last_day(string? deadline, bool expires)
    {
        var demand = Demand.Draft(Owner, Details(deadline: Day(deadline)), Start.AddDays(-9));
        demand.Publish(Start.AddDays(-9));
        if (expires) demand.Expire(Start);
        else Should.Throw<RuleViolationException>(() => demand.Expire(Start)).Error.ShouldBe(DemandErrors.NotExpired);
        demand.Status.ShouldBe(expires ? Expired : Published);
    }

    private static Demand In(DemandStatus status)
    {
        // A published one is in its last days; an expired one was given time again.
        var demand = Demand.Draft(Owner, Details(deadline: status is Published ? Today : status is Expired ? Today.AddDays(-1) : null), Start.AddDays(-2));
        if (status is not Draft) demand.Publish(Start.AddDays(-2));
        if (status is Solved) demand.Solve(Start);
        if (status is Withdrawn) demand.Withdraw(Start);
        if (status is Expired) demand.Expire(Start);
        if (status is Draft or Published or Expired) demand.Revise(Details(deadline: status is Published ? Today : null), Start);
        demand.Status.ShouldBe(status);
        return demand;
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DemandDetails Details(string? problem = "Ice on blades.", DateOnly? deadline = null) => new(
        new("叶片防冰", null), new(null, problem), LocalizedText.None, "05", null, ["ice"], 5, ["ordinary"], 1, 2, "CNY", deadline, "320500", false);
}
