using Shouldly;
using TechMatch.Contracts.Domain;

namespace TechMatch.UnitTests.Contracts;

public class FlowTests
{
    [Theory]
    [InlineData("110108", "CN", "110101", "CN", "local")]
    [InlineData("11", "CN", "110101", "CN", "local")]
    [InlineData("110108", "CN", "33", "CN", "otherProvince")]
    [InlineData("110108", "CN", null, "US", "export")]
    [InlineData("110108", "CN", "81", "CN", "export")]
    [InlineData("110108", "CN", "82", "MO", "export")]
    [InlineData("110108", "CN", "71", "CN", "export")]
    [InlineData("110108", "CN", null, "HK", "export")]
    [InlineData("110108", "CN", null, "CN", null)]
    [InlineData(null, "CN", "33", "CN", null)]
    [InlineData(null, "CN", null, "CN", null)]
    [InlineData(null, "US", "11", "CN", null)]
    [InlineData("81", "CN", "11", "CN", null)]
    public void Flow_is_seen_from_the_sellers_province(string? sellerRegion, string sellerCountry, string? buyerRegion, string buyerCountry, string? flow) =>
        Flow.Between(new(Guid.Empty, sellerRegion, sellerCountry), new(Guid.Empty, buyerRegion, buyerCountry)).ShouldBe(flow);

    [Fact]
    public void A_region_outside_the_mainland_is_not_told_to_others()
    {
        new Party(Guid.Empty, "81", "CN").MainlandRegion.ShouldBeNull();
        new Party(Guid.Empty, "330100", "CN").MainlandRegion.ShouldBe("330100");
        new Party(Guid.Empty, "330100", "CN").Province.ShouldBe("33");
    }
}
