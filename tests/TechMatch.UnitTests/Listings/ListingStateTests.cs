using CsCheck;
using Shouldly;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;
using static TechMatch.Listings.Domain.ListingStatus;

namespace TechMatch.UnitTests.Listings;

public class ListingStateTests
{
    private static readonly Guid Owner = new(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    private static readonly Guid Other = new(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2);
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly QualityReview Good = new(4, 4, 3, 5);
    private static readonly QualityReview Weak = new(2, 2, 1, 1);
    private static readonly QualityReview Bad = new(1, 1, 1, 1);

    // Written down apart from the aggregate, from the state machine as it is described: what may lead where.
    private static readonly Dictionary<ListingStatus, ListingStatus[]> Legal = new()
    {
        [Draft] = [Submitted, Published, Withdrawn, Licensed],
        [Submitted] = [Published, OnHold, Rejected, Returned, Withdrawn, Licensed],
        [Returned] = [Submitted, Withdrawn, Licensed],
        [OnHold] = [Submitted, Withdrawn, Licensed],
        [Expired] = [Submitted, Withdrawn, Licensed],
        [Published] = [Withdrawn, Licensed, Expired],
        [Rejected] = [Licensed],
        [Withdrawn] = [Licensed],
        [Licensed] = [Draft, Submitted, Returned, OnHold, Expired, Published, Rejected, Withdrawn],
    };

    private static readonly Action<Listing, DateTimeOffset>[] Acts =
    [
        (listing, now) => listing.Submit(now),
        (listing, now) => listing.Review(Good, null, new(), 12, Other, now),
        (listing, now) => listing.Review(Weak, "Say more.", new(), 12, Other, now),
        (listing, now) => listing.Review(Bad, null, new(), 12, null, now),
        (listing, now) => listing.Review(Good, null, new(), 12, Owner, now),
        (listing, now) => listing.Return("Say against what.", Other, now),
        (listing, now) => listing.Return(" ", Other, now),
        (listing, now) => listing.Revise(Details(), now),
        (listing, now) => listing.Revise(Details(summary: null), now),
        (listing, now) => listing.PublishUnreviewed(12, now),
        (listing, now) => listing.Expire(now),
        (listing, now) => listing.Attach(new("a.pdf", "application/pdf", 3, new string('0', 64)), now),
        (listing, now) => listing.Withdraw(now),
        (listing, now) => listing.License(now),
        (listing, now) => listing.Release(now),
    ];

    [Fact]
    public void No_order_of_acts_leads_to_an_illegal_state()
    {
        var reached = new HashSet<ListingStatus>();

        // Leaving acts are rarer than the others, otherwise few walks would come far.
        Gen.Frequency((8, Gen.Int[0, Acts.Length - 4]), (1, Gen.Int[Acts.Length - 3, Acts.Length - 1])).Select(Gen.Int[0, 200]).Array[1, 40].Sample(
            walk =>
            {
                var (listing, now) = (Listing.Draft(Owner, Details(), Start), Start);
                foreach (var (act, days) in walk)
                {
                    now = now.AddDays(days);
                    var before = (listing.Status, listing.ChangedAt, listing.PublishedAt, listing.Summary);
                    try
                    {
                        Acts[act](listing, now);
                        if (listing.Status != before.Status) Legal[before.Status].ShouldContain(listing.Status);
                        listing.ChangedAt.ShouldBe(now);
                    }
                    catch (RuleViolationException)
                    {
                        (listing.Status, listing.ChangedAt, listing.PublishedAt, listing.Summary).ShouldBe(before);
                    }
                    ShouldBeSound(listing);
                    lock (reached) reached.Add(listing.Status);
                }
            },
            iter: 20_000);

        reached.Order().ShouldBe(Enum.GetValues<ListingStatus>().Order());
    }

    [Fact]
    public void A_listing_without_a_summary_cannot_be_submitted()
    {
        var listing = Listing.Draft(Owner, Details(summary: null), Start);
        Should.Throw<RuleViolationException>(() => listing.Submit(Start)).Error.ShouldBe(ListingErrors.SummaryMissing);
    }

    [Fact]
    public void A_published_listing_lives_as_long_as_the_rule_says()
    {
        var listing = Listing.Draft(Owner, Details(), Start);
        listing.PublishUnreviewed(6, Start);
        listing.ExpiresAt.ShouldBe(new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));
        Should.Throw<RuleViolationException>(() => listing.Expire(Start.AddMonths(6).AddSeconds(-1))).Error.ShouldBe(ListingErrors.NotExpired);
        listing.Expire(Start.AddMonths(6));
        listing.Status.ShouldBe(Expired);
    }

    [Theory]
    [InlineData(1, "Published")]
    [InlineData(13, "Expired")]
    public void What_a_lost_deal_gives_back_is_what_it_was_less_the_time_that_passed(int months, string expected)
    {
        var listing = Listing.Draft(Owner, Details(), Start);
        listing.PublishUnreviewed(12, Start);
        listing.License(Start.AddDays(1));

        listing.Release(Start.AddMonths(months));

        (listing.Status.ToString(), listing.StatusBeforeLicence).ShouldBe((expected, null));
        Should.Throw<RuleViolationException>(() => listing.Release(Start)).Error.ShouldBe(ListingErrors.NotLicensed);
    }

    [Fact]
    public void Somebody_of_the_same_organisation_cannot_review()
    {
        var listing = Listing.Draft(Owner, Details(), Start);
        listing.Submit(Start);
        Should.Throw<RuleViolationException>(() => listing.Review(Good, null, new(), 12, Owner, Start)).Error.ShouldBe(ListingErrors.OwnReview);
        Should.Throw<RuleViolationException>(() => listing.Return("Comment", Owner, Start)).Error.ShouldBe(ListingErrors.OwnReview);
    }

    [Theory]
    [InlineData("negotiable", 5, 9, null, null)]
    [InlineData("fixed", 5, null, 5, 5)]
    [InlineData("fixed", 5, 9, 5, 5)]
    [InlineData("range", 5, 9, 5, 9)]
    [InlineData("range", 5, null, 5, null)]
    [InlineData("useFirstPayLater", null, null, null, null)]
    public void The_kind_of_price_decides_which_amounts_count(string kind, int? min, int? max, int? keptMin, int? keptMax)
    {
        var listing = Listing.Draft(Owner, Details() with { PriceKind = kind, PriceMin = min, PriceMax = max }, Start);
        (listing.PriceMin, listing.PriceMax).ShouldBe((keptMin, keptMax));
    }

    [Theory]
    [InlineData("110108", "11")]
    [InlineData("32", "32")]
    [InlineData(null, null)]
    public void The_province_follows_from_the_region(string? region, string? province) =>
        Listing.Draft(Owner, Details() with { Region = region }, Start).Province.ShouldBe(province);

    private static void ShouldBeSound(Listing listing)
    {
        if (listing.Status is Published or Expired) listing.PublishedAt.ShouldNotBeNull();
        if (listing.Status is Published) listing.ExpiresAt!.Value.ShouldBeGreaterThan(listing.PublishedAt!.Value);
        if (listing.Status is Submitted or Published) listing.Summary.IsEmpty.ShouldBeFalse();
        if (listing.Status is Rejected or OnHold) listing.ReviewedAt.ShouldNotBeNull();
        if (listing.Status is Returned) listing.ReviewComment.ShouldNotBeNullOrWhiteSpace();
        listing.Title.IsEmpty.ShouldBeFalse();
    }

    private static ListingDetails Details(string? summary = "What it does.") => new(
        new("标题", null), new(null, summary), LocalizedText.None, LocalizedText.None, "01", ["word"], 4, null, null, ["exclusive"],
        PriceKinds.Negotiable, null, null, "CNY", "110108", [], null);
}
