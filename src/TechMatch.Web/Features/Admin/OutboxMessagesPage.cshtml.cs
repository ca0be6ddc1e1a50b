using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Web;

namespace TechMatch.Web.Features.Admin;

internal sealed class OutboxMessagesPage(IMediator mediator, Texts texts, TimeProvider clock) : FormPage(mediator, texts)
{
    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    public OutboxState State { get; private set; } = null!;

    public Page<DeadLetter> Letters { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Task OnGetAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostReplayAsync(Guid id, CancellationToken cancellationToken) => Try(
        async () =>
        {
            await Mediator.Send(new ReplayDeadLetter(id), cancellationToken);
            Notice("admin.messages.replayed");
            return LocalRedirect("/admin/messages");
        },
        cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        State = (await Mediator.Send(new ViewPlatform(), cancellationToken)).Outbox;
        Letters = await Mediator.Send(new ListDeadLetters(Number, null), cancellationToken);
    }
}
