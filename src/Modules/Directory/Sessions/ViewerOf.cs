using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Ui;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Directory.Sessions;

/// <summary>Who looks at a page, as the frame of the page shows it.</summary>
internal static class ViewerOf
{
    private static readonly LocalText MyCases = new("Hồ sơ của tôi", "My cases");
    private static readonly LocalText Inbox = new("Việc cần làm", "Inbox");
    private static readonly LocalText Counter = new("Tiếp nhận tại quầy", "Counter");
    private static readonly LocalText Search = new("Tìm hồ sơ", "Find a case");
    private static readonly LocalText OfficialsWords = new("Cán bộ", "Officials");
    private static readonly LocalText Programs = new("Ứng dụng kết nối", "Programs");
    private static readonly LocalText Account = new("Tài khoản", "My account");

    private const string CounterRole = "counter";

    public static Viewer Of(SignedIn signedIn, IUnits units, IHttpContextAccessor http) => signedIn switch
    {
        { Official: { } official } => new Viewer
        {
            Kind = official.IsAdmin ? ViewerKind.Admin : ViewerKind.Official,
            Name = official.Name,
            Unit = $"{official.Title}, {units.Find(official.Unit)?.ShortName.ToString() ?? official.Unit}",
            Key = official.FormKey,
            Links = [.. OfficialLinks(official)],
            SignInPath = Links.SignIn.Official,
            SignOutPath = Links.SignIn.Out,
            SessionSeconds = signedIn.SecondsLeft,
            SessionKeepPath = Links.SignIn.Keep,
        },
        { Citizen: { } citizen } => new Viewer
        {
            Kind = ViewerKind.Citizen,
            Name = citizen.Name,
            Key = citizen.FormKey,
            Links = [new SiteLink(MyCases, Links.Mine.Home, Glyph.Folder)],
            SignInPath = Links.SignIn.Choose,
            SignOutPath = Links.SignIn.Out,
            SessionSeconds = signedIn.SecondsLeft,
            SessionKeepPath = Links.SignIn.Keep,
        },
        _ => new Viewer { SignInPath = SignInFrom(http.HttpContext) },
    };

    private static IEnumerable<SiteLink> OfficialLinks(Officials.Official official)
    {
        yield return new(Inbox, Links.Desk.Inbox, Glyph.List);
        if (official.Roles.Contains(CounterRole)) yield return new(Counter, Links.Desk.Counter, Glyph.People);
        yield return new(Search, Links.Desk.Search, Glyph.Search);
        if (official.IsAdmin)
        {
            yield return new(OfficialsWords, Links.Directory.Officials, Glyph.Building);
            yield return new(Programs, Links.Clients.List, Glyph.Key);
        }
        yield return new(Account, Links.Directory.Own, Glyph.User);
    }

    private static string SignInFrom(HttpContext? http) =>
        http is not null && WayBack.ToHere(http.Request) is { } back && back != "/" ? Links.SignIn.Back(Links.SignIn.Choose, back) : Links.SignIn.Choose;
}
