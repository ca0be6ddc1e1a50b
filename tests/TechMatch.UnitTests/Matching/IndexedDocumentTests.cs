using Shouldly;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Domain;

namespace TechMatch.UnitTests.Matching;

public class IndexedDocumentTests
{
    private readonly FeedState feed = new();
    private readonly IndexedDocument line = IndexedDocument.For(MarketSide.Listings, Guid.CreateVersion7());

    [Fact]
    public void A_change_moves_the_line_to_the_end_of_the_feed()
    {
        var other = IndexedDocument.For(MarketSide.Demands, Guid.CreateVersion7());
        line.Put(1, "a", feed);
        other.Put(1, "b", feed);

        line.Put(2, "c", feed);

        (line.FeedPosition, other.FeedPosition, feed.Position).ShouldBe((3, 2, 3));
        (line.Version, line.Content, line.IsRemoved).ShouldBe((2, "c", false));
    }

    [Fact]
    public void A_removed_line_stays_to_know_what_is_older()
    {
        line.Put(1, "a", feed);
        line.Remove(4, feed);

        (line.IsRemoved, line.Content, line.FeedPosition).ShouldBe((true, null, 2));
        line.Knows(3).ShouldBeTrue();
        line.Knows(4).ShouldBeTrue();
        line.Knows(5).ShouldBeFalse();
    }

    [Fact]
    public void A_rebuild_writes_the_known_version_again_but_never_an_older_one()
    {
        line.Put(4, "a", feed);

        line.Knows(4, rebuilding: true).ShouldBeFalse();
        line.Knows(3, rebuilding: true).ShouldBeTrue();
    }

    [Fact]
    public void A_new_line_knows_nothing() => line.Knows(1).ShouldBeFalse();
}
