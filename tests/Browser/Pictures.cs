using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>Pictures of pages, for people to look at: in the folder that HAIDANG_PICTURES names, else beside the test program.</summary>
public static class Pictures
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("HAIDANG_PICTURES") ?? Path.Combine(AppContext.BaseDirectory, "pictures");

    private const int Tries = 3;
    private const float Patience = 10_000;

    /// <summary>Keeps a picture of the whole page. The browser now and then never paints the first one asked for: it is asked again.</summary>
    public static async Task Pictured(this IPage page, string name, bool whole = true)
    {
        System.IO.Directory.CreateDirectory(Folder);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled, Timeout = attempt * Patience });
                return;
            }
            catch (TimeoutException) when (attempt < Tries)
            {
            }
        }
    }
}
