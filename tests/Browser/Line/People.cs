using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>How the people of the demo city come in.</summary>
internal static class People
{
    /// <summary>Signs a demo citizen in through the e-ID simulator, from a page that asks for it.</summary>
    public static async Task SignsInAsCitizen(this Visit visit, string name)
    {
        if (visit.Page.Url.Contains("/dang-nhap", StringComparison.Ordinal) && await visit.Page.Locator("a[href^='/dang-nhap/cong-dan']").CountAsync() > 0)
            await visit.Presses(visit.Page.Locator("a[href^='/dang-nhap/cong-dan']").First);
        await visit.Presses(visit.Page.GetByRole(AriaRole.Button, new() { Name = name }).First);
        if (!visit.Page.Url.StartsWith(visit.Home, StringComparison.Ordinal)) await visit.Presses(visit.Page.Locator("button.primary").First);
        await visit.Page.Reaches(url => url.StartsWith(visit.Home, StringComparison.Ordinal));
    }

    /// <summary>Signs a demo official in by the button that only a demo on loopback shows.</summary>
    public static async Task SignsInAsOfficial(this Visit visit, string name)
    {
        await visit.Opens("/dang-nhap/can-bo");
        await visit.Presses(visit.Page.GetByRole(AriaRole.Button, new() { Name = name }).First);
        await visit.Page.Reaches(url => url.Contains("/desk", StringComparison.Ordinal));
    }
}
