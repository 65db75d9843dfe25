using System.Net;
using System.Text.Json.Nodes;
using HaiDang.Cases.Webhooks;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Platform.Http;
using HaiDang.Testing;
using NodaTime;

namespace HaiDang.Access.Tests.Webhooks;

/// <summary>News of cases goes out signed, in order, once, and says nothing of anybody.</summary>
public sealed class WebhookTests
{
    [Theory, OnBothDatabases]
    public async Task News_goes_to_the_sender_of_the_case_alone_once_and_in_order(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine);
        await using var receiver = await Receiver.Open(city.Clock);
        await using var other = await Receiver.Open(city.Clock);
        using var portal = await city.Client("submit,read,webhook");
        using var stranger = await city.Client("submit,read,webhook");
        await News.Registers(portal, receiver.Inbox);
        await News.Registers(stranger, other.Inbox);

        var id = Sample.Id();
        await portal.Puts(Links.Api.Case(id), Sample.Stall());
        var desk = new Desk(city, "cho-dong");
        await desk.Accepts(id);
        await desk.Signs(id);
        await News.Sends(city);
        await News.Sends(city);

        var news = receiver.News.Select(n => JsonNode.Parse(n)!).ToList();
        Assert.Equal(["vn.haidang.case.submitted", "vn.haidang.case.accepted", "vn.haidang.case.issued"], news.Select(n => (string?)n["type"]));
        Assert.All(news, n => Assert.Equal(("1.0", id.ToString(), Links.Api.Case(id)), ((string?)n["specversion"], (string?)n["subject"], (string?)n["data"]!["href"])));
        Assert.Equal(3, news.Select(n => (string?)n["id"]).Distinct().Count());
        Assert.All(receiver.Types, t => Assert.StartsWith("application/cloudevents+json", t, StringComparison.Ordinal));
        Assert.All(receiver.News, n => Assert.All(new[] { "Giang", Sample.Giang, "0900000106", "Rau" }, word => Assert.DoesNotContain(word, n, StringComparison.Ordinal)));
        Assert.Empty(other.News);

        await News.Rebuild(city);
        await News.Sends(city);
        Assert.Equal(3, receiver.News.Count);
        Assert.Equal(3, (int)(await portal.Gets(Links.Api.Webhooks))["webhooks"][0]!["sent"]!);
    }

    [Theory, OnBothDatabases]
    public async Task A_receiver_that_fails_gets_it_later_and_a_deaf_one_never(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine);
        await using var receiver = await Receiver.Open(city.Clock);
        using var portal = await city.Client("submit,read,webhook");
        await News.Registers(portal, receiver.Inbox);
        receiver.Answers = 500;
        await portal.Puts(Links.Api.Case(Sample.Id()), Sample.Stall());
        await News.Sends(city);
        Assert.Single(receiver.Types);
        await News.Sends(city);
        Assert.Single(receiver.Types);

        city.Clock.Pass(Duration.FromSeconds(11));
        receiver.Answers = 200;
        await News.Sends(city);
        Assert.Single(receiver.News);

        receiver.Answers = 503;
        await portal.Puts(Links.Api.Case(Sample.Id()), Sample.Stall());
        for (var round = 0; round < 14; round++)
        {
            await News.Sends(city);
            city.Clock.Pass(SendNews.PauseAfter(round + 1) + Duration.FromSeconds(1));
        }
        var state = (await portal.Gets(Links.Api.Webhooks))["webhooks"][0]!;
        Assert.Equal((1, 1, 0, "HTTP 503"), ((int)state["sent"]!, (int)state["dead"]!, (int)state["queued"]!, (string?)state["lastError"]));
        Assert.Equal(2 + SendNews.MostTries, receiver.Types.Count);

        receiver.Answers = 410;
        await portal.Puts(Links.Api.Case(Sample.Id()), Sample.Stall());
        await News.Sends(city);
        Assert.Equal("ended", (string?)(await portal.Gets(Links.Api.Webhooks))["webhooks"][0]!["state"]);
    }

    [Fact]
    public async Task What_is_wrong_with_a_webhook_is_said_and_a_redirect_is_not_followed()
    {
        await using var city = await OpenCity.At(DatabaseEngine.Sqlite);
        await using var receiver = await Receiver.Open(city.Clock);
        using var portal = await city.Client("submit,webhook");
        foreach (var address in new[] { "http://example.vn/news", "https://10.0.0.1/", "https://[::ffff:192.168.1.1]/", "https://169.254.169.254/latest", "https://ten:mat@example.vn/", "ftp://example.vn/", "/news" })
            (await portal.Puts(Links.Api.Webhook(Sample.Id()), News.Body(address))).Refuses(HttpStatusCode.UnprocessableEntity, "cases.webhook-bad-address", "address");
        (await portal.Puts(Links.Api.Webhook(Sample.Id()), News.Body(receiver.Inbox, "ngan"))).Refuses(HttpStatusCode.UnprocessableEntity, "cases.webhook-bad-secret", "secret");

        await News.Registers(portal, new Uri(receiver.Address, "/elsewhere").ToString());
        await portal.Puts(Links.Api.Case(Sample.Id()), Sample.Stall());
        await News.Sends(city);
        Assert.Empty(receiver.News);
        Assert.Equal("HTTP 302", (string?)(await portal.Gets(Links.Api.Webhooks))["webhooks"][0]!["lastError"]);
    }

    [Theory]
    [InlineData("8.8.8.8", true), InlineData("103.1.208.1", true), InlineData("2405:4800::1", true)]
    [InlineData("127.0.0.1", false), InlineData("10.1.2.3", false), InlineData("172.16.0.1", false), InlineData("172.32.0.1", true), InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false), InlineData("100.64.0.1", false), InlineData("0.0.0.0", false), InlineData("224.0.0.1", false), InlineData("255.255.255.255", false)]
    [InlineData("::1", false), InlineData("::", false), InlineData("fe80::1", false), InlineData("fd00::1", false), InlineData("::ffff:10.0.0.1", false), InlineData("64:ff9b::a00:1", false), InlineData("2002:a00:1::", false)]
    public void Only_public_addresses_are_outside(string address, bool isPublic) => Assert.Equal(isPublic, OutsideOnly.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_inside_is_not_followed()
    {
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = new OutsideOnly(anywhere: false, loopback: false).Connect });
        await using var city = await OpenCity.At(DatabaseEngine.Sqlite);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new UriBuilder(city.Address) { Host = "localhost" }.Uri));
        Assert.IsType<NotOutsideException>(refused.InnerException);
    }
}
