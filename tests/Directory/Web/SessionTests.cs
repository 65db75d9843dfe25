using System.Net;
using System.Text.RegularExpressions;
using HaiDang.Contracts;
using HaiDang.Directory.Demo;
using HaiDang.Directory.Desk;
using HaiDang.Directory.Desk.One;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Secrets;
using HaiDang.Directory.Tests.SignIn;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Directory.Tests.Web;

public sealed class SessionTests(SessionTests.OpenDoor open) : IClassFixture<SessionTests.OpenDoor>
{
    /// <summary>The door of a demo for whoever changes nothing about the officials.</summary>
    public sealed class OpenDoor : IAsyncLifetime
    {
        internal FrontDoor Door { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Door = await FrontDoor.Open(demo: true);

        public ValueTask DisposeAsync() => Door.DisposeAsync();
    }

    private const string Admin = "an@can-bo.example", Counter = "bich@can-bo.example";

    private static async Task<FrontDoor.Visitor> SignsIn(FrontDoor door, string email, string? back = null)
    {
        door.Clock.Pass(Duration.FromMinutes(2));
        var query = back is null ? "" : "?back=" + Uri.EscapeDataString(back);
        var visitor = await door.Visits().Opens(Links.SignIn.Official + query);
        await visitor.Posts(Links.SignIn.Official + query, ("email", email), ("password", DemoPeople.Password));
        Assert.StartsWith(Links.SignIn.OfficialCode, visitor.To);
        await visitor.Opens(Links.SignIn.OfficialCode + query);
        return await visitor.Posts(Links.SignIn.OfficialCode + query, ("code", Totp.CodeOf(Base32.Read(DemoPeople.AuthenticatorSecret), Totp.StepAt(door.Clock.Now))));
    }

    private static Task<Official> Find(FrontDoor door, string email) =>
        door.With(async (CityDb db) => (await OfficialStore.WithEmail(await db.Connection(), email))!);

    [Fact]
    public async Task One_lands_where_one_wanted_to_go()
    {
        var door = open.Door;
        var visitor = await door.Visits().Opens(Links.Directory.Own + "?x=1");
        Assert.Equal((HttpStatusCode.Redirect, "/dang-nhap/can-bo?back=%2Fdesk%2Ftai-khoan%3Fx%3D1"), (visitor.Status, visitor.To));
        Assert.Equal(Links.Directory.Own, (await SignsIn(door, Admin, Links.Directory.Own)).To);
        Assert.Equal(Links.Desk.Inbox, (await SignsIn(door, Admin)).To);
    }

    [Theory]
    [InlineData("https://noi-khac.example/")]
    [InlineData("//noi-khac.example/")]
    [InlineData("/\\noi-khac.example/")]
    [InlineData("/dang-nhap/can-bo")]
    public async Task Nobody_is_sent_to_another_site(string back)
    {
        var door = open.Door;
        Assert.Equal(Links.Desk.Inbox, (await SignsIn(door, Admin, back)).To);
    }

    [Fact]
    public async Task A_suspension_takes_effect_at_the_next_click_and_so_does_a_move()
    {
        await using var door = await FrontDoor.Open(demo: true);
        var clerk = await SignsIn(door, Counter);
        var admin = await SignsIn(door, Admin);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Opens(Links.Directory.Own)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Opens(Links.Directory.Officials)).Status);
        Assert.Contains("Tài khoản của bạn không có quyền với trang này", clerk.Page);

        var id = (await Find(door, Counter)).Id;
        await admin.Opens(Links.Directory.Official(id));
        await admin.Posts(Links.Directory.Verb(id, OfficialVerb.Move), ("name", "Vũ Thử Bích"), ("unit", "cho-tay"), ("title", "Nhân viên"), ("roles", "counter"), ("roles", "admin"));
        Assert.Equal(HttpStatusCode.Redirect, admin.Status);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Opens(Links.Directory.Officials)).Status);

        await admin.Opens(Links.Directory.Official(id));
        await admin.Posts(Links.Directory.Verb(id, OfficialVerb.Suspend), ("reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains("Chưa nêu lý do", admin.Page);
        await admin.Posts(Links.Directory.Verb(id, OfficialVerb.Suspend), ("reason", "Nghỉ chế độ"));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.Opens(Links.Directory.Own)).Status);
        Assert.DoesNotContain(clerk.Cookies, c => c.Name == "haidang.session");
        await admin.Opens(Links.Directory.Official(id));
        Assert.Contains("Nghỉ chế độ", admin.Page);
    }

    [Fact]
    public async Task A_session_lasts_while_it_is_used_and_no_longer()
    {
        var door = open.Door;
        var clerk = await SignsIn(door, Counter);
        for (var i = 0; i < 3; i++)
        {
            door.Clock.Pass(Duration.FromHours(7));
            Assert.Equal(HttpStatusCode.OK, (await clerk.Opens(Links.Directory.Own)).Status);
            Assert.Contains("seconds=\"28800\"", clerk.Page);
        }
        door.Clock.Pass(Duration.FromHours(8) + Duration.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.Opens(Links.Directory.Own)).Status);
    }

    [Fact]
    public async Task A_form_that_stood_open_while_roles_changed_can_still_be_sent()
    {
        await using var door = await FrontDoor.Open(demo: true);
        var clerk = await SignsIn(door, Counter);
        await clerk.Opens(Links.Directory.Own);
        var id = (await Find(door, Counter)).Id;
        await door.With((OfficialDesk desk) => desk.Change(id, Actor.System, _ => new IEvent[] { new OfficialMoved("cho-tay", "Trưởng ban", ["leader"]) }));
        await clerk.Posts(Links.Directory.OwnPassword, ("current", "sai"), ("password", "sai"), ("repeated", "sai"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clerk.Status);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions()
    {
        await using var door = await FrontDoor.Open(demo: true);
        var (here, there) = (await SignsIn(door, Counter), await SignsIn(door, Counter));
        await here.Opens(Links.Directory.Own);
        await here.Posts(Links.Directory.OwnPassword, ("current", DemoPeople.Password), ("password", TestCity.Password), ("repeated", TestCity.Password));
        Assert.Equal($"{Links.Directory.Own}?done=mat-khau", here.To);
        Assert.Equal(HttpStatusCode.OK, (await here.Opens(Links.Directory.Own)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.Opens(Links.Directory.Own)).Status);
    }

    [Fact]
    public async Task Signing_out_and_changing_things_need_the_token_of_a_page()
    {
        var door = open.Door;
        var clerk = await SignsIn(door, Counter);
        await clerk.Opens("/favicon.ico");
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Posts(Links.SignIn.Out)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Posts(Links.Directory.OwnPassword, ("current", "x"))).Status);
        await clerk.Opens(Links.Directory.Own);
        Assert.Equal(Links.Portal.Home, (await clerk.Posts(Links.SignIn.Out)).To);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.Opens(Links.Directory.Own)).Status);
    }

    [Fact]
    public async Task The_side_door_of_the_demo_is_open_only_in_the_demo_and_to_nobody_behind_a_proxy()
    {
        await using (var demo = await FrontDoor.Open(demo: true))
        {
            var visitor = await demo.Visits().Opens(Links.SignIn.Official);
            Assert.Contains(Links.SignIn.Demo, visitor.Page);
            var id = visitor.Hidden("official");
            Assert.DoesNotContain(Links.SignIn.Demo, (await demo.Visits().With("X-Forwarded-For", "203.0.113.9", Links.SignIn.Official)).Page);
            Assert.Equal(Links.Desk.Inbox, (await visitor.Posts(Links.SignIn.Demo, ("official", id))).To);
            Assert.Equal(HttpStatusCode.OK, (await visitor.Opens(Links.Directory.Own)).Status);
        }
        await using var city = await FrontDoor.Open();
        var stranger = await city.Visits().Opens(Links.SignIn.Official);
        Assert.DoesNotContain(Links.SignIn.Demo, stranger.Page);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Posts(Links.SignIn.Demo, ("official", Guid.Empty.ToString()))).Status);
    }

    [Fact]
    public async Task A_citizen_comes_back_to_their_page_and_may_not_enter_the_desk()
    {
        await using var house = await IdentityHouse.Open();
        await using var door = await FrontDoor.Open(oidc: house.Settings);
        var person = await door.Visits().Opens(Links.SignIn.Citizen + "?back=/khong-duoc-phep");
        var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(person.To!).Query);
        house.IdToken = () => house.Token(asked["nonce"]!, door.Clock.Now.ToDateTimeUtc());
        var answer = $"{Links.SignIn.Callback}?code=abc&state={asked["state"]}";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await door.Visits().Opens(answer)).Status);
        Assert.Equal("/khong-duoc-phep", (await person.Opens(answer)).To);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Opens(answer)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Opens(Links.Directory.Own)).Status);
        Assert.Contains("Đỗ Mẫu Giang", person.Page);
        Assert.Equal(HttpStatusCode.NoContent, (await person.Opens(Links.SignIn.Keep)).Status);

        await person.Opens(Links.SignIn.Denied);
        await person.Posts(Links.SignIn.Out);
        Assert.Contains("prompt=login", (await person.Opens(Links.SignIn.Citizen)).To);
    }

    [Fact]
    public async Task A_person_who_cancels_is_told_so()
    {
        await using var house = await IdentityHouse.Open();
        await using var door = await FrontDoor.Open(oidc: house.Settings);
        var person = await door.Visits().Opens(Links.SignIn.Citizen);
        var state = Regex.Match(person.To!, "state=([^&]*)").Groups[1].Value;
        Assert.Contains("Bạn đã dừng việc đăng nhập", (await person.Opens($"{Links.SignIn.Callback}?error=access_denied&state={state}")).Page);
    }

    [Fact]
    public async Task The_cookie_tells_nothing()
    {
        var door = open.Door;
        var cookie = (await SignsIn(door, Counter)).Cookies.Single(c => c.Name == "haidang.session");
        Assert.True(cookie.HttpOnly);
        Assert.Equal(DateTime.MinValue, cookie.Expires);
        Assert.DoesNotContain((await Find(door, Counter)).Account, cookie.Value);
    }

    [Fact]
    public async Task An_address_that_nobody_answers_is_not_there()
    {
        var door = open.Door;
        Assert.Equal(HttpStatusCode.NotFound, (await door.Visits().Opens("/khong-co-trang-nay")).Status);
    }

    [Fact]
    public async Task The_door_is_closed_to_whoever_knocks_too_often()
    {
        await using var door = await FrontDoor.Open();
        var visitor = await door.Visits().Opens(Links.SignIn.Official);
        for (var i = 0; i < Guesses.MostFromAddress; i++) await visitor.Posts(Links.SignIn.Official, ("email", $"a{i}@b.example"), ("password", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Posts(Links.SignIn.Official, ("email", "a@b.example"), ("password", "x"))).Status);
        Assert.Contains("Đợi 15 phút rồi thử lại", visitor.Page);
        Assert.Contains("name=\"email\"", visitor.Page);
        door.Clock.Pass(Guesses.Window);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Posts(Links.SignIn.Official, ("email", "a@b.example"), ("password", "x"))).Status);
    }
}
