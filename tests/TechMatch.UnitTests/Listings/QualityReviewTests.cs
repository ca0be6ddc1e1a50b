using Shouldly;
using TechMatch.Listings.Domain;

namespace TechMatch.UnitTests.Listings;

public class QualityReviewTests
{
    [Theory]
    [InlineData(5, 5, 5, 5, "Published")]
    [InlineData(3, 3, 2, 2, "Published")]
    [InlineData(1, 1, 3, 5, "Published")]
    [InlineData(3, 2, 2, 2, "OnHold")]
    [InlineData(2, 1, 1, 1, "OnHold")]
    [InlineData(1, 1, 1, 1, "Rejected")]
    [InlineData(0, 5, 5, 5, "OnHold")]
    [InlineData(5, 0, 5, 5, "OnHold")]
    [InlineData(5, 5, 0, 5, "OnHold")]
    [InlineData(5, 5, 5, 0, "OnHold")]
    [InlineData(0, 0, 0, 0, "OnHold")]
    public void The_published_rule_decides(int advantages, int clarity, int cooperation, int language, string verdict) =>
        new QualityReview(advantages, clarity, cooperation, language).Verdict(new()).ToString().ShouldBe(verdict);

    [Fact]
    public void The_rule_pack_moves_the_bounds()
    {
        var review = new QualityReview(3, 3, 3, 3);
        review.Verdict(new(PublishFrom: 12, HoldFrom: 8)).ShouldBe(ListingStatus.Published);
        review.Verdict(new(PublishFrom: 13, HoldFrom: 8)).ShouldBe(ListingStatus.OnHold);
        review.Verdict(new(PublishFrom: 15, HoldFrom: 13)).ShouldBe(ListingStatus.Rejected);
    }
}
