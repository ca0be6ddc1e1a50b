using MediatR;
using Microsoft.AspNetCore.Identity;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Features.Access;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;

namespace TechMatch.Directory.Features.People;

internal sealed class EnsurePersonHandler(UserManager<Person> users, ICurrentUser user, TimeProvider clock) : IRequestHandler<EnsurePerson, EnsuredPerson>
{
    public async Task<EnsuredPerson> Handle(EnsurePerson request, CancellationToken cancellationToken)
    {
        if (!user.Has(Permissions.Operate)) throw new ForbiddenException(Permissions.Operate);
        if (await users.FindByNameAsync(request.Email.Trim()) is { } known)
        {
            // The first start was cut short after its passwords were shown. Only a sample person may get a new one this way.
            if (known.IsSample && request.IsSample) await Renew(known, request.Password);
            return new(known.Id.Value, false);
        }
        var organisation = request.OrganisationId is { } id ? OrganisationId.From(id) : (OrganisationId?)null;
        var person = Person.Register(request.Email, new(request.NameZh, request.NameEn), organisation, request.Role, request.IsSample, clock.GetUtcNow());
        (await users.CreateAsync(person, request.Password)).Require(nameof(request.Password));
        return new(person.Id.Value, true);
    }

    private async Task Renew(Person person, string password)
    {
        (await users.RemovePasswordAsync(person)).Require(nameof(EnsurePerson.Password));
        (await users.AddPasswordAsync(person, password)).Require(nameof(EnsurePerson.Password));
    }
}
