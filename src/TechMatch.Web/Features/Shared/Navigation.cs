using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;

namespace TechMatch.Web.Features.Shared;

/// <summary>A link of the navigation.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Key">Its text.</param>
/// <param name="Icon">Its icon.</param>
internal sealed record NavLink(string Href, string Key, string Icon);

/// <summary>What stands in the navigation, by what the reader may do.</summary>
internal static class Navigation
{
    /// <summary>The market, for everybody.</summary>
    public static IReadOnlyList<NavLink> Market { get; } =
    [
        new("/listings", "nav.listings", "search"), new("/demands", "nav.demands", "bulb"), new("/stats", "nav.stats", "chart-bar"),
    ];

    /// <summary>The operator's pages.</summary>
    public static IReadOnlyList<NavLink> Admin { get; } =
    [
        new("/admin/organisations", "nav.organisations", "building"), new("/admin/messages", "nav.messages", "messages"), new("/admin/jobs", "nav.jobs", "list-check"), new("/admin/audit", "nav.audit", "history"),
    ];

    /// <summary>The reader's own work; empty for visitors.</summary>
    public static IReadOnlyList<NavLink> Work(ICurrentUser user)
    {
        if (!user.IsSignedIn) return [];
        var (sells, buys, brokers) = (user.Has(Permissions.ManageListings), user.Has(Permissions.ManageDemands), user.Has(Permissions.BrokerDeals));
        var operates = user.Has(Permissions.Operate);
        var links = new List<NavLink>();
        if (sells || buys || brokers || operates) links.Add(new("/matches", "nav.matches", "sparkles"));
        if (sells) links.Add(new("/my/listings", "nav.my-listings", "flask"));
        if (buys) links.Add(new("/my/demands", "nav.my-demands", "clipboard-list"));
        if (user.Has(Permissions.ReviewListings)) links.Add(new("/admin/review", "nav.review", "checklist"));
        if (sells || buys || brokers || operates) links.AddRange([new("/interests", "nav.interests", "inbox"), new("/deals", "nav.deals", "heart-handshake")]);
        if (user.Has(Permissions.RecordContracts) || user.Has(Permissions.RegisterContracts) || sells || buys || operates) links.Add(new("/contracts", "nav.contracts", "file-text"));
        if (user.Has(Permissions.RegisterContracts)) links.Add(new("/registrar", "nav.registrar", "gavel"));
        if (operates) links.Add(new("/admin", "nav.admin", "settings"));
        return links;
    }

    /// <summary>The link that leads to where the reader is, or nearest above; null when none does.</summary>
    public static NavLink? Current(IEnumerable<NavLink> links, PathString path) =>
        links.Where(link => path.StartsWithSegments(link.Href, StringComparison.OrdinalIgnoreCase)).MaxBy(link => link.Href.Length);
}
