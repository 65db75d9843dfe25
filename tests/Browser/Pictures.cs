using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>Pictures of pages, for people to look at: in the folder that HAIDANG_PICTURES names, else beside the test program.</summary>
public static class Pictures
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("HAIDANG_PICTURES") ?? Path.Combine(AppContext.BaseDirectory, "pictures");

    /// <summary>Keeps a picture of the whole page.</summary>
    public static async Task Pictured(this IPage page, string name, bool whole = true)
    {
        System.IO.Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled });
    }
}
