using Shouldly;
using TechMatch.MatchEngine;
using TechMatch.MatchEngine.Indexing;
using TechMatch.MatchEngine.Text;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public class IndexingTests
{
    [Fact]
    public void Keys_are_numbered_in_order_of_first_sight_even_when_their_bits_collide()
    {
        var table = new KeyTable(4);
        var keys = Enumerable.Range(0, 5000).Select(i => i % 2 == 0 ? (ulong)i << 40 : FeatureKey.OfPair(1, (ulong)i)).ToArray();

        keys.Select(table.IndexOf).ShouldBe(Enumerable.Range(0, 5000));
        keys.Reverse().Select(table.IndexOf).ShouldBe(Enumerable.Range(0, 5000).Reverse());
        table.Keys.ToArray().ShouldBe(keys);

        table.Clear();
        table.IndexOf(keys[77]).ShouldBe(0);
    }

    [Fact]
    public void Removing_leaves_the_segment_that_readers_hold_as_it_was()
    {
        var whole = new LiveSegment(Segment("a", "b", "c"));

        var withoutA = whole.Without(0, 1);
        var withoutBoth = withoutA.Without(1, 2);

        (whole.LiveCount, withoutA.LiveCount, withoutBoth.LiveCount).ShouldBe((3, 2, 1));
        withoutA.TryFind("b", out _, out _).ShouldBeTrue();
        withoutBoth.TryFind("b", out _, out _).ShouldBeFalse();
        whole.TryFind("a", out _, out _).ShouldBeTrue();
    }

    [Fact]
    public void Merging_drops_removed_documents_and_what_only_they_said()
    {
        var merged = SegmentBuilder.Merge([new LiveSegment(Segment("a", "b")).Without(0, 1), new LiveSegment(Segment("c"))]);

        merged.Views.Select(view => view.Document.Id).ShouldBe(["b", "c"]);
        merged.Find(FeatureKey.Of("a1x")).Count.ShouldBe(0);
        merged.Find(FeatureKey.Of("b1x")).Ordinals.ToArray().ShouldBe([0]);
        merged.Find(FeatureKey.Of("common9")).Ordinals.ToArray().ShouldBe([0, 1]);
        merged.FeatureCount.ShouldBe(5);
    }

    /// <summary>Keys are computed alike by every process: an index that was written by one must be readable by another.</summary>
    [Theory]
    [InlineData("", 17280346270528514342UL)]
    [InlineData("blade", 16608183803952474071UL)]
    [InlineData("高温", 632085997948392661UL)]
    public void A_key_is_the_same_on_every_machine(string text, ulong key) => FeatureKey.Of(text).ShouldBe(key);

    /// <summary>A segment of documents that each hold a word of their own and one in common.</summary>
    private static Segment Segment(params string[] ids)
    {
        var builder = new SegmentBuilder(MatchSettings.Default);
        foreach (var id in ids)
        {
            builder.Add(Corpus.Body(id, $"{id}1x common9"));
        }

        return builder.Build();
    }
}
