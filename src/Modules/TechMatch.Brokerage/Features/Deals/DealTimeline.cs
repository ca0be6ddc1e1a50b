using TechMatch.Brokerage.Domain;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>How the kinds of events look in the timeline.</summary>
internal static class DealTimeline
{
    public static string Icon(string kind) => kind switch
    {
        nameof(DealEventKind.Opened) => "heart-handshake",
        nameof(DealEventKind.BrokerTook) => "user-check",
        nameof(DealEventKind.BrokerLeft) => "logout",
        nameof(DealEventKind.MovedForward) => "arrow-right",
        nameof(DealEventKind.MovedBack) => "arrow-left",
        nameof(DealEventKind.Signed) => "signature",
        nameof(DealEventKind.Registered) => "rubber-stamp",
        nameof(DealEventKind.Suspended) => "player-pause",
        nameof(DealEventKind.Resumed) => "player-play",
        nameof(DealEventKind.Lost) => "circle-x",
        _ => "note",
    };

    public static string? Shape(string kind) => kind switch
    {
        nameof(DealEventKind.Note) => "msg",
        nameof(DealEventKind.Signed) or nameof(DealEventKind.Registered) => "nda",
        nameof(DealEventKind.Suspended) or nameof(DealEventKind.MovedBack) => "terms",
        _ => null,
    };
}
