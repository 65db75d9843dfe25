using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>Pictures cost more than the pages: all are taken only where somebody asks for them, and else of what went wrong.</summary>
public static class WrongPages
{
    private static readonly string? Asked = Environment.GetEnvironmentVariable("HAIDANG_PICTURES") is { Length: > 0 } folder ? folder : null;

    /// <summary>Keeps a picture of the page where HAIDANG_PICTURES names a folder for them.</summary>
    public static Task PicturedIfAsked(this IPage page, string name, bool whole = true) => Asked is null ? Task.CompletedTask : page.Pictured(name, whole);

    /// <summary>Keeps a picture of what went wrong; says where.</summary>
    public static async Task<string> PicturedForMending(this IPage page, string name)
    {
        await page.Pictured(name);
        return Path.Combine(Asked ?? Path.Combine(AppContext.BaseDirectory, "pictures"), name + ".png");
    }
}
