using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.MatchEngine;
using TechMatch.Shared.Domain;

namespace TechMatch.Matching.Domain;

/// <summary>One text of a listing or need, as people know it and as the engine reads it.</summary>
/// <param name="Name">Which one: title, summary, problem …</param>
/// <param name="Language">zh or en; empty for key words, which mix both.</param>
/// <param name="Field">What the engine reads.</param>
internal sealed record MarketText(string Name, string Language, MatchField Field);

/// <summary>
/// A published listing or need on a node: its card, its texts, and both forms in which the engine takes it. Spans of
/// explanations count places in <see cref="Texts"/>.
/// </summary>
internal sealed class MarketDocument
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        // What a card computes depends on the reader's language.
        IgnoreReadOnlyProperties = true,
    };

    private MarketDocument(MarketSide side, Guid id, Guid organisationId, DateTimeOffset? publishedAt, IReadOnlyList<MarketText> texts)
    {
        (Side, Id, OrganisationId, PublishedAt, Texts) = (side, id, organisationId, publishedAt, texts);
        var fields = texts.Select(text => text.Field).ToArray();
        (AsDocument, AsQuery) = (new MatchDocument(Key(id), fields), new MatchQuery(fields));
    }

    public MarketSide Side { get; }

    public Guid Id { get; }

    public Guid OrganisationId { get; }

    public DateTimeOffset? PublishedAt { get; }

    public IReadOnlyList<MarketText> Texts { get; }

    public MatchDocument AsDocument { get; }

    public MatchQuery AsQuery { get; }

    /// <summary>The listing's card; null for a need.</summary>
    public ListingCard? Listing { get; private init; }

    /// <summary>The need's card; null for a listing.</summary>
    public DemandCard? Demand { get; private init; }

    public static string Key(Guid id) => id.ToString("N");

    public static Guid IdOf(string key) => Guid.ParseExact(key, "N");

    public static MarketDocument Of(ListingCard card, LocalizedText field) =>
        new(MarketSide.Listings, card.Id, card.OrganisationId, card.PublishedAt, TextsOf(card.Keywords, field,
            (FieldRole.Title, "title", card.TitleZh, card.TitleEn),
            (FieldRole.Body, "summary", card.SummaryZh, card.SummaryEn),
            (FieldRole.Body, "advantages", card.AdvantagesZh, card.AdvantagesEn),
            (FieldRole.Body, "applications", card.ApplicationsZh, card.ApplicationsEn)))
        {
            Listing = card,
        };

    public static MarketDocument Of(DemandCard card, LocalizedText field) =>
        new(MarketSide.Demands, card.Id, card.OrganisationId, card.PublishedAt, TextsOf(card.Keywords, field,
            (FieldRole.Title, "title", card.TitleZh, card.TitleEn),
            (FieldRole.Body, "problem", card.ProblemZh, card.ProblemEn),
            (FieldRole.Body, "targets", card.TargetsZh, card.TargetsEn)))
        {
            Demand = card,
        };

    /// <summary>The snapshot as the feed keeps it. The field's names are in it, so that every node reads the same words whenever it starts.</summary>
    public static string Write(ListingCard card, LocalizedText field) => JsonSerializer.Serialize(new Snapshot<ListingCard>(card, field.Zh, field.En), Json);

    public static string Write(DemandCard card, LocalizedText field) => JsonSerializer.Serialize(new Snapshot<DemandCard>(card, field.Zh, field.En), Json);

    public static MarketDocument Read(MarketSide side, string content)
    {
        if (side is MarketSide.Listings)
        {
            var listing = JsonSerializer.Deserialize<Snapshot<ListingCard>>(content, Json)!;
            return Of(listing.Card, new(listing.FieldZh, listing.FieldEn));
        }
        var demand = JsonSerializer.Deserialize<Snapshot<DemandCard>>(content, Json)!;
        return Of(demand.Card, new(demand.FieldZh, demand.FieldEn));
    }

    private static List<MarketText> TextsOf(IReadOnlyList<string> keywords, LocalizedText field, params ReadOnlySpan<(FieldRole Role, string Name, string? Zh, string? En)> own)
    {
        var texts = new List<MarketText>();
        foreach (var (role, name, zh, en) in own) Add(role, name, zh, en);
        if (keywords.Count > 0) texts.Add(new("keywords", "", new(FieldRole.Keywords, string.Join(", ", keywords))));
        Add(FieldRole.Keywords, "field", field.Zh, field.En);
        return texts;

        void Add(FieldRole role, string name, string? zh, string? en)
        {
            if (!string.IsNullOrWhiteSpace(zh)) texts.Add(new(name, "zh", new(role, zh)));
            if (!string.IsNullOrWhiteSpace(en)) texts.Add(new(name, "en", new(role, en)));
        }
    }

    private sealed record Snapshot<TCard>(TCard Card, string? FieldZh, string? FieldEn);
}
