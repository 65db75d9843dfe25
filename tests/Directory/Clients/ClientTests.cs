using System.Net;
using System.Text.RegularExpressions;
using HaiDang.Contracts;
using HaiDang.Directory.Clients;
using HaiDang.Directory.Demo;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.Tests.Web;
using HaiDang.Platform.Access;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using NodaTime;

namespace HaiDang.Directory.Tests.Clients;

/// <summary>An administrator and the programs that may call the API: the page gives the token, and the API obeys the page.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task A_program_is_added_by_its_page_and_its_token_opens_the_api_until_it_is_suspended_or_renewed()
    {
        await using var door = await FrontDoor.Open(demo: true);
        var admin = await SignsIn(door, "an@can-bo.example");
        var first = await Adds(admin, "cong-quoc-gia");
        Assert.Equal(HttpStatusCode.OK, await Calls(door, first));
        await admin.Opens(Links.Clients.List);
        Assert.Contains("cong-quoc-gia", admin.Page);
        Assert.DoesNotContain(first, admin.Page);

        var id = Assert.Single(await door.With((ApiClients clients) => clients.All())).Id;
        await admin.Opens(Links.Clients.Client(id));
        Assert.DoesNotContain(first, admin.Page);
        await admin.Posts(Links.Clients.Verb(id, ClientVerb.Suspend), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Equal(HttpStatusCode.OK, await Calls(door, first));
        await admin.Posts(Links.Clients.Verb(id, ClientVerb.Suspend), ("reason", "Nghi lộ mã"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Calls(door, first));
        await admin.Opens(Links.Clients.Client(id));
        Assert.Contains("Nghi lộ mã", admin.Page);
        await admin.Posts(Links.Clients.Verb(id, ClientVerb.Restore), ("reason", "Đã kiểm tra"));
        Assert.Equal(HttpStatusCode.OK, await Calls(door, first));

        await admin.Opens(Links.Clients.Client(id));
        var second = TokenOn(await admin.Posts(Links.Clients.Verb(id, ClientVerb.NewToken)));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await Calls(door, first), await Calls(door, second)));

        var log = await door.With(async (CityDb db) => await door.With((EventLog events) => events.Stream(db, $"directory/client/{id}")));
        Assert.Equal([typeof(ClientAdded), typeof(ClientSuspended), typeof(ClientRestored), typeof(ClientTokenRenewed)], log.Select(l => l.Event!.GetType()));
        Assert.All(log, l => Assert.StartsWith("official:", l.Actor, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_may_do_is_changed_at_once_and_wrong_words_are_told_at_their_field()
    {
        await using var door = await FrontDoor.Open(demo: true);
        var admin = await SignsIn(door, "an@can-bo.example");
        var token = await Adds(admin, "co-quan-thue");
        var id = Assert.Single(await door.With((ApiClients clients) => clients.All())).Id;
        await admin.Opens(Links.Clients.Client(id));
        await admin.Posts(Links.Clients.Verb(id, ClientVerb.Change), ("unit", "khong-co"), ("messages", "tax paid!"), ("per-minute", "nhiều"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        foreach (var words in new[] { "không có đơn vị khong-co", "Không có quyền “message:paid!”", "không thể âm" }) Assert.Contains(words, WebUtility.HtmlDecode(admin.Page));
        Assert.Matches("name=\"messages\"[^>]*value=\"tax paid!\"", admin.Page);

        await admin.Posts(Links.Clients.Verb(id, ClientVerb.Change), ("unit", "cho-dong"), ("messages", "tax-paid"), ("per-minute", "0"));
        Assert.Equal(HttpStatusCode.Redirect, admin.Status);
        var client = Assert.Single(await door.With((ApiClients clients) => clients.All()));
        Assert.Equal(("cho-dong", 0, "message:tax-paid"), (client.Unit, client.PerMinute, Assert.Single(client.May)));
        Assert.Equal(HttpStatusCode.Forbidden, await Calls(door, token));

        await admin.Opens(Links.Clients.New);
        await admin.Posts(Links.Clients.New, ("name", "Cơ quan"), ("messages", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains("Chưa chọn ứng dụng được làm gì", WebUtility.HtmlDecode(admin.Page));
        await admin.Posts(Links.Clients.New, ("name", "co-quan-thue"), ("may", ApiPermit.Read));
        Assert.Equal(HttpStatusCode.Conflict, admin.Status);
    }

    private static async Task<string> Adds(FrontDoor.Visitor admin, string name)
    {
        await admin.Opens(Links.Clients.New);
        return TokenOn(await admin.Posts(Links.Clients.New, ("name", name), ("may", ApiPermit.Submit), ("may", ApiPermit.Read)));
    }

    private static string TokenOn(FrontDoor.Visitor admin)
    {
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        return Regex.Match(admin.Page, "hd_[0-9a-z]{72}").Value;
    }

    private static async Task<HttpStatusCode> Calls(FrontDoor door, string token) => (await door.Visits().With("Authorization", $"Bearer {token}", Links.Api.Cases)).Status;

    private static async Task<FrontDoor.Visitor> SignsIn(FrontDoor door, string email)
    {
        door.Clock.Pass(Duration.FromMinutes(2));
        var visitor = await door.Visits().Opens(Links.SignIn.Official);
        await visitor.Posts(Links.SignIn.Official, ("email", email), ("password", DemoPeople.Password));
        await visitor.Opens(Links.SignIn.OfficialCode);
        return await visitor.Posts(Links.SignIn.OfficialCode, ("code", Totp.CodeOf(Base32.Read(DemoPeople.AuthenticatorSecret), Totp.StepAt(door.Clock.Now))));
    }
}
