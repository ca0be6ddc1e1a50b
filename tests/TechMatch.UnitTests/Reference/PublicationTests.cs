using CsCheck;
using Shouldly;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Domain;

namespace TechMatch.UnitTests.Reference;

public class PublicationTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_publication_keeps_the_file_as_it_was_handed_in()
    {
        var json = TestFiles.List().ToJsonString();

        var publication = Publication.HandedIn(TestFiles.Read(TestFiles.List()), json, null, Now);

        (publication.Kind, publication.Name, publication.Edition, publication.ValidFrom).ShouldBe((PublicationKind.CodeList, "colour", "2026.1", new DateOnly(2026, 1, 1)));
        (publication.Json, publication.Source, publication.IsShipped, publication.ImportedAt).ShouldBe((json, "ours", false, Now));
    }

    [Theory]
    [InlineData("2026.1")]
    [InlineData("2026")]
    [InlineData("2025.12")]
    public void A_version_that_does_not_follow_the_latest_is_refused(string version) =>
        Refusal(() => Publication.HandedIn(TestFiles.Read(TestFiles.List(version)), "{}", new("2026.1", new(2026, 1, 1)), Now)).ShouldBe("publication.not-newer");

    [Fact]
    public void A_version_does_not_reach_back_before_the_latest() =>
        Refusal(() => Publication.HandedIn(TestFiles.Read(TestFiles.List("2026.2", "2025-12-31")), "{}", new("2026.1", new(2026, 1, 1)), Now)).ShouldBe("publication.starts-earlier");

    [Fact]
    public void A_later_version_may_start_on_the_same_day_to_mend_a_mistake() =>
        Publication.HandedIn(TestFiles.Read(TestFiles.List("2026.2")), "{}", new("2026.1", new(2026, 1, 1)), Now).Edition.ShouldBe("2026.2");

    [Fact]
    public void The_same_content_in_another_layout_is_the_same_and_other_content_is_refused()
    {
        var publication = Publication.HandedIn(TestFiles.Read(TestFiles.List()), TestFiles.List().ToJsonString(), null, Now);
        var spread = TestFiles.List().ToJsonString(new() { WriteIndented = true });

        Should.NotThrow(() => publication.RequireSameContent(spread));
        Refusal(() => publication.RequireSameContent(spread.Replace("红", "赤").Replace("Colour", "Hue"))).ShouldBe("publication.other-content");
    }

    [Fact]
    public void Versions_are_ordered_like_their_numbers() => Gen.Select(Gen.Int[2000, 2099], Gen.Int[0, 9999], Gen.Int[0, 9999]).Sample((year, left, right) =>
        Math.Sign(Edition.Compare($"{year}.{left}", $"{year}.{right}")) == Math.Sign(left.CompareTo(right))
        && Edition.Compare($"{year}", $"{year}.{left}") < 0
        && Edition.Compare($"{year}.{left}", $"{year + 1}") < 0);

    private static string Refusal(Action act) => Should.Throw<RuleViolationException>(act).Error.Code;
}
