using Shouldly;
using TechMatch.MatchEngine.Text;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public class EnglishStemmerTests
{
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("nozzles", "nozzl")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("hoped", "hope")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("falling", "fall")]
    [InlineData("sing", "sing")]
    [InlineData("cry", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("youth", "youth")]
    [InlineData("sensational", "sensat")]
    [InlineData("optimization", "optim")]
    [InlineData("catalysts", "catalyst")]
    [InlineData("conductivity", "conduct")]
    [InlineData("reliability", "reliabl")]
    [InlineData("geology", "geolog")]
    [InlineData("robustly", "robust")]
    [InlineData("hopefulness", "hope")]
    [InlineData("electrical", "electr")]
    [InlineData("formative", "format")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("controlling", "control")]
    [InlineData("rate", "rate")]
    [InlineData("cease", "ceas")]
    [InlineData("generate", "generat")]
    [InlineData("generously", "generous")]
    [InlineData("communication", "communic")]
    [InlineData("arsenal", "arsenal")]
    [InlineData("skies", "sky")]
    [InlineData("dying", "die")]
    [InlineData("news", "news")]
    [InlineData("inning", "inning")]
    [InlineData("proceeding", "proceed")]
    [InlineData("succeeds", "succeed")]
    public void A_word_is_stemmed_as_the_published_algorithm_says(string word, string stem)
    {
        var characters = word.ToCharArray();

        var length = EnglishStemmer.Stem(characters);

        new string(characters, 0, length).ShouldBe(stem);
    }
}
