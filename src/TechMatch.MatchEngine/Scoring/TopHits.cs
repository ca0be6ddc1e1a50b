namespace TechMatch.MatchEngine.Scoring;

/// <summary>Keeps the best of what is offered: higher sums first, equal sums by id.</summary>
internal sealed class TopHits(int capacity)
{
    private readonly PriorityQueue<string, (int Sum, string Id)> _worstFirst = new(capacity, WorstFirst.Instance);

    /// <summary>A sum below this cannot enter.</summary>
    public int Threshold { get; private set; } = capacity > 0 ? 1 : int.MaxValue;

    public void Offer(int sum, string id)
    {
        if (_worstFirst.Count < capacity)
        {
            _worstFirst.Enqueue(id, (sum, id));
        }
        else
        {
            _worstFirst.EnqueueDequeue(id, (sum, id));
        }

        if (_worstFirst.Count == capacity && _worstFirst.TryPeek(out _, out var worst))
        {
            Threshold = worst.Sum;
        }
    }

    public IReadOnlyList<MatchHit> ToList(float scale)
    {
        var hits = new MatchHit[_worstFirst.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            _worstFirst.TryDequeue(out var id, out var rank);
            hits[i] = new MatchHit(id!, rank.Sum / (double)scale);
        }

        return hits;
    }

    private sealed class WorstFirst : IComparer<(int Sum, string Id)>
    {
        public static readonly WorstFirst Instance = new();

        public int Compare((int Sum, string Id) x, (int Sum, string Id) y)
        {
            var bySum = x.Sum.CompareTo(y.Sum);
            return bySum != 0 ? bySum : string.CompareOrdinal(y.Id, x.Id);
        }
    }
}
