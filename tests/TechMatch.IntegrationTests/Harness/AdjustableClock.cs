namespace TechMatch.IntegrationTests.Harness;

/// <summary>The real clock, moved by what a test says: waiting for days takes no time.</summary>
public sealed class AdjustableClock : TimeProvider
{
    private long offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offset));

    public void Advance(TimeSpan by) => Interlocked.Add(ref offset, by.Ticks);
}
