using TechMatch.Integration;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Messaging;

namespace TechMatch.Web.Features.Admin;

/// <summary>What failed and waits for an operator.</summary>
internal sealed class OperatorsWork(ICurrentUser user, DeadLetters letters, JobQueue queue) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingItem>> ForCurrentUser(CancellationToken cancellationToken) => !user.Has(Permissions.Operate)
        ? []
        :
        [
            new("admin.waiting.dead-letters", (await letters.State(cancellationToken)).Dead, "/admin/messages", "mail", IsUrgent: true),
            new("admin.waiting.failed-jobs", await queue.CountFailed(cancellationToken), "/admin/jobs", "list-check", IsUrgent: true),
        ];
}
