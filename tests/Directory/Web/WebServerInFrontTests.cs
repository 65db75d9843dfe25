using System.Net;
using HaiDang.Contracts;

namespace HaiDang.Directory.Tests.Web;

/// <summary>A web server with TLS stands in front of the city and says who asks, and by what.</summary>
public sealed class WebServerInFrontTests
{
    private const string For = "X-Forwarded-For";
    private static readonly string Looked = Links.Portal.Tracked("000.00.01.H00-260302-0001", "khong-dung");

    [Fact]
    public async Task Each_person_is_counted_by_their_own_address_and_only_the_last_word_counts()
    {
        await using var door = await FrontDoor.Open();
        var visitor = door.Visits();
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.NotFound, (await visitor.With(For, "203.0.113.9", Looked)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.With(For, "203.0.113.9", Looked)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.With(For, "198.51.100.7, 203.0.113.9", Looked)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.With(For, "198.51.100.7", Looked)).Status);
    }

    [Fact]
    public async Task Cookies_of_what_came_by_https_travel_by_https_only()
    {
        await using var door = await FrontDoor.Open();
        Assert.True(await IsSecure("https"));
        Assert.False(await IsSecure("http"));

        async Task<bool> IsSecure(string by)
        {
            var answer = await door.Visits().With("X-Forwarded-Proto", by, "/language/en?back=/");
            return answer.Set.Single().Contains("; secure", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_demo_s_side_door_stays_shut_to_whoever_says_they_are_here()
    {
        await using var door = await FrontDoor.Open(demo: true);
        Assert.Contains(Links.SignIn.Demo, (await door.Visits().Opens(Links.SignIn.Official)).Page);
        Assert.DoesNotContain(Links.SignIn.Demo, (await door.Visits().With(For, "127.0.0.1", Links.SignIn.Official)).Page);
    }
}
