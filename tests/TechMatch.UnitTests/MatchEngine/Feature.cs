using TechMatch.MatchEngine;
using TechMatch.MatchEngine.Text;

namespace TechMatch.UnitTests.MatchEngine;

/// <summary>A feature of a text with the original characters it covers.</summary>
internal sealed record Feature(FeatureKind Kind, ulong Key, int Start, int End)
{
    public static List<Feature> Of(string text)
    {
        var sink = new Sink([]);
        TextAnalyzer.OfThread.Analyze(text, ref sink);
        return sink.Features;
    }

    /// <summary>The original characters of all features of a kind.</summary>
    public static string[] Texts(string text, FeatureKind kind) =>
        [.. Of(text).Where(feature => feature.Kind == kind).Select(feature => text[feature.Start..feature.End])];

    private readonly struct Sink(List<Feature> features) : IFeatureSink
    {
        public List<Feature> Features => features;

        public void Add(FeatureKind kind, ulong key, int start, int end) => features.Add(new Feature(kind, key, start, end));
    }
}
