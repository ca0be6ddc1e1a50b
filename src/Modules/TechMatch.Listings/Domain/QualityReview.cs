namespace TechMatch.Listings.Domain;

/// <summary>The sums that decide, from the rule pack.</summary>
/// <param name="PublishFrom">Publish from this sum.</param>
/// <param name="HoldFrom">Hold from this sum; below it the listing is rejected.</param>
internal sealed record QualityRule(int PublishFrom = 10, int HoldFrom = 5);

/// <summary>
/// The four published criteria, each 0 (blocking) to 5 (excellent): the external review of the Enterprise Europe Network of
/// 2016. A single 0 holds the listing whatever the sum.
/// </summary>
internal sealed record QualityReview(int Advantages, int Clarity, int Cooperation, int Language)
{
    public const int ScoreMax = 5;
    public const int CommentMaxLength = 2_000;

    public int Sum => Advantages + Clarity + Cooperation + Language;

    public ListingStatus Verdict(QualityRule rule) =>
        Advantages == 0 || Clarity == 0 || Cooperation == 0 || Language == 0 ? ListingStatus.OnHold
        : Sum >= rule.PublishFrom ? ListingStatus.Published
        : Sum >= rule.HoldFrom ? ListingStatus.OnHold
        : ListingStatus.Rejected;
}
