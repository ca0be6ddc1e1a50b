using Shouldly;
using TechMatch.Matching.Features.Feed;

namespace TechMatch.UnitTests.Matching;

public class FeedTrafficTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_bell_rung_before_anybody_listens_is_heard_once()
    {
        using var traffic = new FeedTraffic();
        traffic.Ring();
        traffic.Ring();

        await traffic.Listen(Long, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        var second = traffic.Listen(Long, TestContext.Current.CancellationToken);

        second.IsCompleted.ShouldBeFalse();
        traffic.Ring();
        await second.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Writers_stand_in_line_and_one_that_fails_lets_the_next_through()
    {
        using var traffic = new FeedTraffic();
        var first = new TaskCompletionSource();
        var failing = traffic.Alone(() => first.Task, TestContext.Current.CancellationToken);
        var done = false;
        var next = traffic.Alone(() => { done = true; return Task.CompletedTask; }, TestContext.Current.CancellationToken);

        done.ShouldBeFalse();
        first.SetException(new InvalidOperationException("lost"));

        await Should.ThrowAsync<InvalidOperationException>(() => failing);
        await next;
        done.ShouldBeTrue();
    }
}
