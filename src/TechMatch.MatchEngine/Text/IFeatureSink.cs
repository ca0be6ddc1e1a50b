namespace TechMatch.MatchEngine.Text;

/// <summary>Takes the features of a text one by one. Implemented by structs, so that the analyser's loop is compiled for each.</summary>
internal interface IFeatureSink
{
    /// <param name="kind">Kind of evidence.</param>
    /// <param name="key">Its number, see <see cref="FeatureKey"/>.</param>
    /// <param name="start">First character in the original text.</param>
    /// <param name="end">One past the last character in the original text.</param>
    void Add(FeatureKind kind, ulong key, int start, int end);
}
