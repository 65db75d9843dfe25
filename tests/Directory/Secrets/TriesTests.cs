using HaiDang.Directory.Secrets;
using NodaTime;

namespace HaiDang.Directory.Tests.Secrets;

public sealed class TriesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 2, 0);

    [Fact]
    public void Five_wrong_tries_lock_for_fifteen_minutes()
    {
        var tries = new Tries(0, null);
        for (var i = 1; i <= 5; i++) tries = tries.Take(Now).Value;
        Assert.Equal(Now + Duration.FromMinutes(15), tries.LockedUntil);
        Assert.Equal("directory.locked-out", tries.Take(Now + Duration.FromMinutes(15) - Duration.Epsilon).Problems[0].Type.Code);
        Assert.Equal(new Tries(1, null), tries.Take(Now + Duration.FromMinutes(15)).Value);
    }

    [Fact]
    public void A_right_one_is_given_back() => Assert.Equal(new Tries(3, null), new Tries(3, null).Take(Now).Value.GiveBack());
}
