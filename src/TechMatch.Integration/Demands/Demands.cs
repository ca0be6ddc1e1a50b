using MediatR;
using TechMatch.Shared.Messaging;

namespace TechMatch.Integration.Demands;

/// <summary>A need came onto the market, or changed while on it.</summary>
/// <param name="DemandId">The need.</param>
/// <param name="Version">Its version.</param>
/// <param name="Field">A code of technology-field; null when not given.</param>
public sealed record DemandPublished(Guid DemandId, long Version, string? Field) : IIntegrationEvent
{
    /// <inheritdoc/>
    public Guid AggregateId => DemandId;
}

/// <summary>A need left the market: solved, withdrawn or expired.</summary>
/// <param name="DemandId">The need.</param>
/// <param name="Version">Its version.</param>
public sealed record DemandUnpublished(Guid DemandId, long Version) : IIntegrationEvent
{
    /// <inheritdoc/>
    public Guid AggregateId => DemandId;
}

/// <summary>What is known of a need, in both languages.</summary>
/// <param name="Id">The need.</param>
/// <param name="Version">Its version.</param>
/// <param name="OrganisationId">Whose it is. Never shown, linked or logged where <see cref="OrganisationShownTo"/> gives null.</param>
/// <param name="IsAnonymous">The organisation does not want to be named before it accepts a contact.</param>
/// <param name="Status">The name of its state; only <c>Published</c> ones are on the market.</param>
/// <param name="TitleZh">Chinese title.</param>
/// <param name="TitleEn">English title; one of the two is there.</param>
/// <param name="ProblemZh">What is to be solved; Chinese.</param>
/// <param name="ProblemEn">What is to be solved; English.</param>
/// <param name="TargetsZh">Indicators, from now to wanted; Chinese.</param>
/// <param name="TargetsEn">Indicators, from now to wanted; English.</param>
/// <param name="Field">A code of technology-field.</param>
/// <param name="Industry">A code of industry (GB/T 4754).</param>
/// <param name="Keywords">Words in either language.</param>
/// <param name="TrlMin">The lowest readiness that will do; null when any will.</param>
/// <param name="Cooperation">Codes of cooperation-mode that will do; empty when any will.</param>
/// <param name="BudgetMin">Lower end of the budget in whole units of the currency.</param>
/// <param name="BudgetMax">Upper end; null when open.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Deadline">By when it must be solved; null when open.</param>
/// <param name="Region">Where a partner is wanted, GB/T 2260; null when anywhere. Of an anonymous need the province only: a district would tell too much.</param>
/// <param name="PublishedAt">When it came onto the market.</param>
public sealed record DemandCard(
    Guid Id, long Version, Guid OrganisationId, bool IsAnonymous, string Status,
    string? TitleZh, string? TitleEn, string? ProblemZh, string? ProblemEn, string? TargetsZh, string? TargetsEn,
    string? Field, string? Industry, IReadOnlyList<string> Keywords, int? TrlMin, IReadOnlyList<string> Cooperation,
    decimal? BudgetMin, decimal? BudgetMax, string Currency, DateOnly? Deadline, string? Region, DateTimeOffset? PublishedAt)
{
    /// <summary>The title for the current UI culture, or the other language's.</summary>
    public string Title => new Shared.Domain.LocalizedText(TitleZh, TitleEn).In();

    /// <summary>The problem for the current UI culture, or the other language's.</summary>
    public string Problem => new Shared.Domain.LocalizedText(ProblemZh, ProblemEn).In();

    /// <summary>Whether it is on the market.</summary>
    public bool IsPublished => Status == "Published";

    /// <summary>The organisation that a viewer may see behind the need; null when it is hidden from them. Its own people and operators see it always.</summary>
    /// <param name="viewer">Who looks.</param>
    public Guid? OrganisationShownTo(Shared.Domain.ICurrentUser viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return !IsAnonymous || viewer.OrganisationId == OrganisationId || viewer.Has(Directory.Permissions.Operate) ? OrganisationId : null;
    }
}

/// <summary>The cards of some needs, whatever their state; unknown ids are left out.</summary>
/// <param name="Ids">At most 1,000.</param>
public sealed record GetDemands(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, DemandCard>>;

/// <summary>The needs that came onto the market last, newest first; only published ones.</summary>
/// <param name="Count">How many at most, up to 20.</param>
public sealed record GetLatestDemands(int Count) : IRequest<IReadOnlyList<DemandCard>>;

/// <summary>Bulk reading for reindex and recount.</summary>
public interface IDemandStream
{
    /// <summary>Every need that is published when reading begins and still is when its turn comes; read in parts as they are consumed.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<DemandCard> Published(CancellationToken cancellationToken);

    /// <summary>The version of every published need, by its id.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyDictionary<Guid, long>> Versions(CancellationToken cancellationToken);
}

/// <summary>Takes rows of the neutral exchange record in as needs; good rows go in, bad ones are reported. A row seen before (by external id) changes nothing.</summary>
/// <param name="OrganisationId">Whose needs they become.</param>
/// <param name="Rows">At most 500.</param>
/// <param name="Publish">Publishes at once.</param>
/// <param name="DryRun">Checks only.</param>
public sealed record ImportDemands(Guid OrganisationId, IReadOnlyList<ImportRow> Rows, bool Publish, bool DryRun) : IRequest<ImportOutcome>;
