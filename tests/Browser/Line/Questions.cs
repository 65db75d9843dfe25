using System.Diagnostics;
using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>Answers the questions of a service as a person does: page after page, each control in its own way.</summary>
internal static class Questions
{
    /// <summary>Answers every page until the check page is reached.</summary>
    public static async Task AnswersAll(this Visit visit, IReadOnlyDictionary<string, string> answers, Func<string, Task>? onEachPage = null)
    {
        for (var pages = 0; !visit.Page.Url.Contains("/kiem-tra", StringComparison.Ordinal); pages++)
        {
            Assert.True(pages < 40, $"The questions do not end: {visit.Page.Url}");
            if (onEachPage is not null) await onEachPage(new Uri(visit.Page.Url).Segments[^1]);
            await visit.AnswersThisPage(answers);
            await visit.Presses(visit.Page.Locator("main form button.button:not(.button-quiet)").Last);
            if (await visit.Page.Locator(".error-summary").CountAsync() == 0) continue;
            var picture = await visit.Page.PicturedForMending("question-stuck");
            Assert.Fail($"The page {visit.Page.Url} does not let the person go on: {await visit.Page.Locator(".error-summary").InnerTextAsync()} ({picture})");
        }
    }

    /// <summary>Presses a button and waits for the page that comes, also when it has the same address.</summary>
    public static Task Presses(this Visit visit, ILocator button) => visit.Goes(() => button.ClickAsync());

    /// <summary>Does what leads to a new page, and waits until that page has come.</summary>
    public static async Task Goes(this Visit visit, Func<Task> act)
    {
        await visit.Page.EvaluateAsync("() => { window.beforePress = true }");
        await act();
        for (var begun = Stopwatch.StartNew(); begun.ElapsedMilliseconds < Chromium.Patience;)
        {
            try
            {
                if (await visit.Page.EvaluateAsync<bool>("() => window.beforePress !== true && document.readyState === 'complete'")) return;
            }
            catch (PlaywrightException)
            {
                // between two pages
            }
            await Task.Delay(20);
        }
        throw new TimeoutException($"Nothing came after the press on {visit.Page.Url}");
    }

    public static async Task AnswersThisPage(this Visit visit, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var (name, answer) in answers)
        {
            var day = visit.Page.Locator($"[name='{name}.day']");
            if (await day.CountAsync() > 0)
            {
                var parts = answer.Split('-');
                await day.FillAsync(parts[2]);
                await visit.Page.Locator($"[name='{name}.month']").FillAsync(parts[1]);
                await visit.Page.Locator($"[name='{name}.year']").FillAsync(parts[0]);
                continue;
            }
            var control = visit.Page.Locator($"main [name='{name}']").First;
            if (await control.CountAsync() == 0) continue;
            var type = await control.GetAttributeAsync("type");
            if (await control.EvaluateAsync<string>("e => e.tagName") == "SELECT") await control.SelectOptionAsync(answer);
            else if (type == "radio") await visit.Page.Locator($"main [name='{name}'][value='{answer}']").CheckAsync();
            else if (type == "checkbox") await control.CheckAsync();
            else if (type == "file") await control.SetInputFilesAsync(new FilePayload { Name = answer, MimeType = "image/jpeg", Buffer = SmallJpeg });
            else await control.FillAsync(answer);
        }
    }

    /// <summary>The smallest picture that a browser shows: one grey pixel.</summary>
    private static readonly byte[] SmallJpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==");
}
