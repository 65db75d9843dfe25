using System.Net;
using HaiDang.Contracts;
using HaiDang.Platform.Http.Load;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Stories;

/// <summary>A city that can do one thing at a time and lets nobody wait.</summary>
public sealed class BusyCity() : City(new InFile())
{
    protected override void Also(IServiceCollection services) => services.AddSingleton(new LoadLimits(AtOnce: 1, Line: 0, TimeSpan.Zero));

    /// <summary>Somebody takes the one place until they are told to go.</summary>
    public Crowd IsCrowded() => new(Services.GetRequiredService<LoadShedding>());

    public sealed class Crowd : IAsyncDisposable
    {
        private readonly TaskCompletionSource go = new();
        private readonly Task there;

        internal Crowd(LoadShedding shedding) => there = shedding.Run(new DefaultHttpContext(), _ => go.Task);

        public async ValueTask DisposeAsync()
        {
            go.SetResult();
            await there;
        }
    }
}

/// <summary>Too many come at once: they are told so, and lose nothing.</summary>
public sealed class BusyStories(BusyCity city) : IClassFixture<BusyCity>
{
    private const string Hostile = "Rau <script>alert(\"1\")</script> & 'củ'";

    [Fact]
    public async Task What_was_typed_is_kept_and_sent_again_from_the_page_that_says_wait()
    {
        city.NextMorning();
        var giang = city.Citizen();
        await giang.SignsIn();
        await giang.Browser.Opens(Links.Portal.Service(HaiDang.Stories.Citizen.Service));
        var page = await giang.Browser.Sends(Links.Apply.Begin(HaiDang.Stories.Citizen.Service), []);
        page = await giang.Answers(page, ("market", "cho-dong"), ("stall", "large"), ("days", "4"));

        Page busy;
        await using (city.IsCrowded())
        {
            busy = await giang.Browser.Sends(page.Path, [("sellerName", giang.Name), ("sellerPhone", "0900 000 106"), ("goods", Hostile), ("passphrase", "bí mật")]);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.Status);
            busy.Reads("Hệ thống đang quá tải").Reads("The system is too busy").NeverReads("bí mật");
            Assert.DoesNotContain("<script", busy.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("bí mật", busy.Html, StringComparison.Ordinal);
            Assert.Contains("type=\"password\" name=\"passphrase\"", busy.Html, StringComparison.Ordinal);
        }

        var next = await giang.Browser.Sends(busy.Path, []);
        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.NotEqual(page.Path, next.Path);
        (await giang.Browser.Opens(page.Path)).Reads("Bạn bán gì?");
        Assert.Contains(WebUtility.HtmlEncode(Hostile)[..20], (await giang.Browser.Opens(page.Path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_when_to_come_again_and_recovers_at_once()
    {
        using var http = new HttpClient { BaseAddress = city.Address };
        await using (city.IsCrowded())
        {
            using var page = await http.GetAsync(Links.Portal.Home);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.NotNull(page.Headers.RetryAfter?.Delta);
            Assert.True(page.Headers.CacheControl?.NoStore);
            Assert.True(page.Headers.Contains("Content-Security-Policy"));
            using var health = await http.GetAsync(Links.Operations.Health);
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            using var program = await http.GetAsync("/api/services");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, program.StatusCode);
            Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
            using var upload = new HttpRequestMessage(HttpMethod.Post, Links.Portal.Track) { Content = new ByteArrayContent(new byte[LoadLimits.SmallForm + 1]) };
            Assert.NotEqual(HttpStatusCode.ServiceUnavailable, (await http.SendAsync(upload)).StatusCode);
        }
        using var after = await http.GetAsync(Links.Portal.Home);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Whoever_waits_in_the_line_is_served_and_whoever_finds_it_full_is_not()
    {
        using var shedding = new LoadShedding(new LoadLimits(AtOnce: 1, Line: 1, TimeSpan.FromMinutes(1)));
        var go = new TaskCompletionSource();
        var first = shedding.Run(new DefaultHttpContext(), _ => go.Task);
        var served = 0;
        var second = shedding.Run(new DefaultHttpContext(), _ => Serve());
        var third = new DefaultHttpContext();
        await shedding.Run(third, _ => Serve());
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, third.Response.StatusCode);
        Assert.Equal(0, served);
        go.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(1, served);

        Task Serve()
        {
            served++;
            return Task.CompletedTask;
        }
    }
}
