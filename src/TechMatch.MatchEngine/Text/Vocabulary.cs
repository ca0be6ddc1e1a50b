namespace TechMatch.MatchEngine.Text;

/// <summary>The two closed word lists of the analyser.</summary>
internal static class Vocabulary
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWords = Lookup(
        """
        a about above after again all also am an and any are as at be because been before being below between both but by can cannot
        could did do does doing during each either etc few for from further had has have having he her here hers him his how however i
        if in into is it its itself just may me might more most must my no nor not of off on once only or other our ours out over own
        same shall she should so some such t than that the their theirs them then there therefore these they this those through thus to
        too under until up upon us very was we were what when where whether which while who whom why will with within would you your
        yours
        """);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Lookup(
        """
        nm μm um mm cm dm m km in inch inches ft mil mils nmi μg ug mg g kg t lb lbs oz mol mmol μmol nmol m2 m3 cm2 cm3 mm2 mm3 km2 ml
        μl ul l gal s ms μs us ns ps fs min h hr hrs hz khz mhz ghz thz rpm v mv kv μv ev kev mev gev w mw kw gw μw nw wh kwh mwh j kj mj
        a ma ka μa ah mah n kn mn pa kpa mpa gpa psi ksi bar mbar atm torr k c f db dbm dbi dbc ohm ohms ω kω mω pf nf μf uf h mh μh t
        mt gauss bit bits byte bytes kb mb gb tb pb kbps mbps gbps b ppm ppb lm lux cd deg degree degrees arcsec rad mrad sr m/s km/h
        kt knots mph g0 wt vol year years hour hours minute minutes second seconds percent
        """);

    /// <summary>
    /// Chinese particles and connectives (of, perfective, with, and). They are also parts of a few words, which then count by their other
    /// character only; on the visible sets that costs less than the accidental bigrams across them.
    /// </summary>
    public static bool IsParticle(char c) => c is '的' or '了' or '与' or '及';

    public static bool IsStopWord(ReadOnlySpan<char> word) => StopWords.Contains(word);

    public static bool IsUnit(ReadOnlySpan<char> word) => Units.Contains(word);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        new HashSet<string>(words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
