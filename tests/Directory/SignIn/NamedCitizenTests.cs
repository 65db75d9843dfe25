using HaiDang.Contracts;
using HaiDang.Directory.Citizens;
using HaiDang.Directory.Tests.Web;

namespace HaiDang.Directory.Tests.SignIn;

/// <summary>People whom a program names by identity number before they ever sign in.</summary>
public sealed class NamedCitizenTests
{
    private const string Number = "099169000006", Issuer = "https://e-id.example";

    [Fact]
    public async Task The_first_sign_in_finds_the_account_that_waited_and_nobody_else_does()
    {
        await using var door = await FrontDoor.Open();
        var named = await door.With((KnownCitizens c) => c.Named(Number, "Đỗ Mẫu Giang", Actor.System));
        Assert.Equal(named.Id, (await door.With((KnownCitizens c) => c.Named(Number, "Đỗ Giang", Actor.System))).Id);

        Assert.NotEqual(named.Id, (await SignsIn(door, "other", "099090000007")).Account);
        Assert.NotEqual(named.Id, (await SignsIn(door, "unknown", null)).Account);
        Assert.Equal(named.Id, (await SignsIn(door, "giang", Number)).Account);
        Assert.Equal(named.Id, (await SignsIn(door, "giang", Number)).Account);
        Assert.Equal(named.Id, (await door.With((KnownCitizens c) => c.Named(Number, "Đỗ Giang", Actor.System))).Id);
    }

    private static Task<Citizen> SignsIn(FrontDoor door, string sub, string? number) =>
        door.With((KnownCitizens c) => c.SignIn(Issuer, sub, new CitizenFacts("Đỗ Mẫu Giang", null, null, number, null, null, null)));
}
