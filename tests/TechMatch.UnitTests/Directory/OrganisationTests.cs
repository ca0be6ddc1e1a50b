using Shouldly;
using TechMatch.Directory.Domain;
using TechMatch.Shared.Domain;

namespace TechMatch.UnitTests.Directory;

public class OrganisationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static OrganisationDetails Details(string? zh = "云河理工大学", string? en = null, string? code = null, string? region = "110108", string country = "CN") =>
        new(new LocalizedText(zh, en), "university", code, region, country);

    private static void Refused(Action action, Error error) => Should.Throw<RuleViolationException>(action).Error.ShouldBe(error);

    [Fact]
    public void One_that_registers_itself_waits_for_verification()
    {
        var organisation = Organisation.Register(Details(), Now);

        organisation.IsVerified.ShouldBeFalse();
        organisation.CreatedAt.ShouldBe(Now);
        organisation.ChangedAt.ShouldBe(Now);
    }

    [Fact]
    public void Registering_under_a_name_does_not_claim_that_name_for_imports() =>
        Organisation.Register(Details(), Now).Key.ShouldNotBe("云河理工大学");

    [Fact]
    public void One_that_is_brought_in_is_vouched_for() => Organisation.BringIn(" key ", Details(), isSample: true, Now).ShouldSatisfyAllConditions(
        organisation => organisation.IsVerified.ShouldBeTrue(),
        organisation => organisation.IsSample.ShouldBeTrue(),
        organisation => organisation.Key.ShouldBe("key"));

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", "")]
    public void It_needs_a_name_in_one_language(string? zh, string? en) => Refused(() => Organisation.Register(Details(zh, en), Now), OrganisationErrors.Nameless);

    [Fact]
    public void A_name_in_English_alone_will_do() => Organisation.Register(Details(null, " Yunhe University "), Now).NameEn.ShouldBe("Yunhe University");

    [Fact]
    public void A_credit_code_must_have_its_check_digit() =>
        Refused(() => Organisation.Register(Details(code: "91350100M000100Y44"), Now), OrganisationErrors.CreditCodeWrong);

    [Fact]
    public void A_credit_code_is_kept_in_capitals_without_blanks() =>
        Organisation.Register(Details(code: "91350100m000100y 43"), Now).CreditCode.ShouldBe("91350100M000100Y43");

    [Fact]
    public void Abroad_there_is_no_credit_code() =>
        Refused(() => Organisation.Register(Details(code: "91350100M000100Y43", region: null, country: "DE"), Now), OrganisationErrors.OnlyInMainland);

    [Fact]
    public void Abroad_there_is_no_region_of_the_mainland() => Refused(() => Organisation.Register(Details(country: "DE"), Now), OrganisationErrors.OnlyInMainland);

    [Fact]
    public void Verification_notes_when()
    {
        var organisation = Organisation.Register(Details(), Now);
        organisation.Verify(Now.AddDays(1));

        organisation.VerifiedAt.ShouldBe(Now.AddDays(1));
        organisation.ChangedAt.ShouldBe(Now.AddDays(1));
    }

    [Fact]
    public void It_is_verified_once()
    {
        var organisation = Organisation.Register(Details(), Now);
        organisation.Verify(Now);

        Refused(() => organisation.Verify(Now), OrganisationErrors.AlreadyVerified);
    }

    [Fact]
    public void Verification_can_be_withdrawn_and_given_again()
    {
        var organisation = Organisation.BringIn("key", Details(), isSample: false, Now);
        organisation.WithdrawVerification(Now.AddDays(1));
        organisation.IsVerified.ShouldBeFalse();
        organisation.ChangedAt.ShouldBe(Now.AddDays(1));
        Refused(() => organisation.WithdrawVerification(Now), OrganisationErrors.NotVerified);
        organisation.Verify(Now.AddDays(2));
        organisation.IsVerified.ShouldBeTrue();
    }
}
