using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;

namespace HaiDang.Cases.Rate;

/// <summary>The applicant rates how the city dealt with a closed case, once.</summary>
internal sealed record RateCase(int Stars, string? Words) : ICaseCommand
{
    public const int LongestWords = 1000;

    public Outcome<IReadOnlyList<IEvent>> Decide(Case matter, Setting setting, Actor who)
    {
        if (Guard.Applicant(matter, who) is { } refusal) return refusal;
        if (matter.Open) return CaseProblems.NotClosed.Now();
        if (matter.Rating is not null) return CaseProblems.RatedAlready.Now();
        if (Stars is < 1 or > 5) return CaseProblems.BadStars.At("stars");
        if (Words is { Length: > LongestWords }) return CaseProblems.TooLong.At("words", LongestWords);
        return new IEvent[] { new CaseRated(new Rating(Stars, Guard.Optional(Words), setting.Now)) };
    }
}
