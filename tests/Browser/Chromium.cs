using HaiDang.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace HaiDang.Browser.Tests;

/// <summary>
/// The real browser that all stories of this project share: <c>class MyStory(Chromium chromium)</c>, then
/// <c>await using var visit = await chromium.Visits(address, Screen.Phone)</c>.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>How long a story waits for what must come, in milliseconds: a busy machine is slow, not wrong.</summary>
    internal const int Patience = 60_000;

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path)) throw new FileNotFoundException($"These tests need Chromium at {path} (apt-get install chromium), or its path in the variable CHROMIUM.");
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"] });
    }

    /// <summary>A fresh person before the browser: no cookies, one page, on a screen of this size.</summary>
    /// <param name="address">Where the site under test listens.</param>
    /// <param name="screen">How large the screen is.</param>
    /// <param name="scripts">False for a browser that runs no JavaScript.</param>
    /// <param name="dark">Whether the person asks for dark colours.</param>
    public async Task<Visit> Visits(string address, Screen screen, bool scripts = true, bool dark = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            HasTouch = screen.Touch,
            IsMobile = screen.Touch,
            DeviceScaleFactor = screen.Touch ? 2 : 1,
            JavaScriptEnabled = scripts,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new(context, await context.NewPageAsync(), screen) { Home = address };
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}

/// <summary>A size of screen.</summary>
public sealed record Screen(string Name, int Width, int Height, bool Touch)
{
    public static readonly Screen Phone = new("390", 390, 844, true);
    public static readonly Screen Desk = new("1440", 1440, 900, false);
    public static readonly Screen Wall = new("1920", 1920, 1080, false);

    public override string ToString() => Name;
}
