using Shouldly;
using TechMatch.Directory.Domain;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;

namespace TechMatch.UnitTests.Directory;

public class PersonTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationId Somewhere = NewId.At<OrganisationId>(Now);

    private static Person New(string role = Roles.University, OrganisationId? organisation = null) =>
        Person.Register(" lin@example.org ", new("林晓", null), organisation ?? Somewhere, role, isSample: false, Now);

    private static void Refused(Action action, Error error) => Should.Throw<RuleViolationException>(action).Error.ShouldBe(error);

    [Theory]
    [InlineData(Roles.University)]
    [InlineData(Roles.Company)]
    [InlineData(Roles.Broker)]
    public void Whoever_deals_on_the_market_acts_for_an_organisation(string role) =>
        Refused(() => Person.Register("a@example.org", new("林晓", null), null, role, isSample: false, Now), PersonErrors.OrganisationMissing);

    [Theory]
    [InlineData(Roles.Operator)]
    [InlineData(Roles.Registrar)]
    public void Operators_and_registrars_may_stand_alone(string role) =>
        Person.Register("a@example.org", new("林晓", null), null, role, isSample: false, Now).OrganisationId.ShouldBeNull();

    [Fact]
    public void A_person_needs_a_name() => Refused(() => Person.Register("a@example.org", new(" ", null), Somewhere, Roles.Company, isSample: false, Now), PersonErrors.Nameless);

    [Fact]
    public void An_unknown_role_is_refused() => Refused(() => New("king"), PersonErrors.RoleUnknown);

    [Fact]
    public void The_address_is_kept_without_blanks() => New().Email.ShouldBe("lin@example.org");

    [Fact]
    public void Four_wrong_passwords_leave_sign_in_open()
    {
        var person = New();
        for (var i = 0; i < Person.FailuresAllowed - 1; i++) person.SignInFailed(Now);

        Should.NotThrow(() => person.RequireOpenForSignIn(Now));
    }

    [Fact]
    public void The_fifth_wrong_password_closes_sign_in_for_a_quarter_of_an_hour()
    {
        var person = New();
        for (var i = 0; i < Person.FailuresAllowed; i++) person.SignInFailed(Now);

        Refused(() => person.RequireOpenForSignIn(Now), PersonErrors.LockedOut);
        Refused(() => person.RequireOpenForSignIn(Now.AddMinutes(15).AddTicks(-1)), PersonErrors.LockedOut);
        Should.NotThrow(() => person.RequireOpenForSignIn(Now.AddMinutes(15)));
    }

    [Fact]
    public void After_a_lockout_there_are_five_tries_again()
    {
        var person = New();
        for (var i = 0; i < Person.FailuresAllowed + 4; i++) person.SignInFailed(Now);

        Should.NotThrow(() => person.RequireOpenForSignIn(Now.AddMinutes(15)));
    }

    [Fact]
    public void The_right_password_clears_the_count()
    {
        var person = New();
        for (var i = 0; i < Person.FailuresAllowed - 1; i++) person.SignInFailed(Now);

        person.SignInSucceeded(Now).ShouldBeTrue();
        person.SignInFailed(Now);
        Should.NotThrow(() => person.RequireOpenForSignIn(Now));
    }

    [Fact]
    public void A_sign_in_that_changes_nothing_writes_nothing() => New().SignInSucceeded(Now).ShouldBeFalse();
}
