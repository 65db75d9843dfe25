using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>How officials act on a case at their desk.</summary>
internal static class Desk
{
    /// <summary>Opens a case by its number, chooses a verb, says what it asks for, and confirms it.</summary>
    /// <param name="picture">Name of the pictures of both pages, which are then judged too; null to hurry past.</param>
    public static async Task Does(this Visit official, string number, string verb, string? picture = null, Func<IPage, Task>? fills = null)
    {
        await official.Opens($"/desk/ho-so/{number}");
        if (picture is not null) await official.SeesASoundPageOnEveryScreen(picture);
        await official.Presses(official.Page.Locator(".actions").GetByRole(AriaRole.Link, new() { Name = verb }));
        if (fills is not null) await fills(official.Page);
        if (picture is not null) await official.SeesASoundPageOnEveryScreen($"{picture}-confirm");
        await official.Presses(official.Page.GetByRole(AriaRole.Button, new() { Name = $"Xác nhận: {verb}" }));
        Assert.Equal(0, await official.Page.Locator("#verb-form .error, .error-summary").CountAsync());
    }

    /// <summary>An official of the demo city sits down, does one thing and leaves.</summary>
    public static async Task Sits(this Chromium chromium, LineCity city, string name, Func<Visit, Task> does)
    {
        await using var official = await chromium.Visits(city.Address, Screen.Desk);
        await official.SignsInAsOfficial(name);
        await does(official);
    }

    public const string Clerk = "Đặng Thử Hiếu";
    public const string Specialist = "Dương Thử Khánh";
    public const string Leader = "Hồ Thử Minh";
    public const string Passphrase = "hai-dang-demo";
}
