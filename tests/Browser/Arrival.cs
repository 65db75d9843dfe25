using System.Diagnostics;
using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>Waiting for the page to which a click leads.</summary>
public static class Arrival
{
    private const int Look = 50;

    /// <summary>
    /// Asks the page itself where it is and whether it is all there: events of a navigation that began before one listens are missed
    /// now and then on a busy machine.
    /// </summary>
    public static async Task Reaches(this IPage page, Func<string, bool> there)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Look))
        {
            if (there(page.Url) && await IsWhole(page)) return;
            Assert.True(waited.ElapsedMilliseconds < Chromium.Patience, $"The browser stays at {page.Url}.");
        }
    }

    private static async Task<bool> IsWhole(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException)
        {
            return false; // it is just going on to another page
        }
    }
}
