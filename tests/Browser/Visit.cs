using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>One person's time at the site; remembers all that the browser complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page, Screen screen)
    {
        (Context, Page, Screen) = (context, page, screen);
        page.Console += (_, message) =>
        {
            // The browser also reports each answer of 4xx on its console; what a page answers is the story's to judge.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Response += (_, answer) =>
        {
            // A form with files is sent by a script: its 422 is the page with what is wrong, as it is for a form without.
            // And whoever goes on while a form saves itself leaves a saving behind that comes too late: it is refused, as it should be.
            var inPlace = answer.Status == 422 && answer.Request.Method == "POST";
            var tooLate = answer.Status == 409 && answer.Request.Headers.ContainsKey("x-autosave");
            if (answer.Status >= 400 && answer.Request.ResourceType != "document" && !inPlace && !tooLate) complaints.Add($"{answer.Status} {answer.Url}");
        };
    }

    /// <summary>Address of the site that is visited, without a path.</summary>
    public required string Home { get; init; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public Screen Screen { get; }

    /// <summary>Errors on the console (violations of the content security policy are there), errors of scripts, missing assets.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Opens a page and waits until it and its fonts have come.</summary>
    public async Task<IResponse> Opens(string path)
    {
        var answer = await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        return answer!;
    }

    /// <summary>
    /// What every page must be: no axe violation, nothing that scrolls sideways, no complaint of the browser.
    /// The picture of it is kept under the given name.
    /// </summary>
    public async Task SeesASoundPage(string name)
    {
        await Page.PicturedIfAsked($"{name}-{Screen.Name}");
        await Page.HasNoSidewaysScroll();
        await Page.HasNoAxeViolations();
        Assert.True(complaints.Count == 0, $"The browser complained on {Page.Url}:\n{string.Join('\n', complaints)}");
    }

    /// <summary>The same on a phone's width and a desk's, whichever this visit began with.</summary>
    public async Task SeesASoundPageOnEveryScreen(string name)
    {
        foreach (var screen in (Screen[])[Screen.Phone, Screen.Desk])
        {
            await Page.SetViewportSizeAsync(screen.Width, screen.Height);
            await Page.PicturedIfAsked($"{name}-{screen.Name}");
            await Page.HasNoSidewaysScroll();
            await Page.HasNoAxeViolations();
        }
        await Page.SetViewportSizeAsync(Screen.Width, Screen.Height);
        Assert.True(complaints.Count == 0, $"The browser complained on {Page.Url}:\n{string.Join('\n', complaints)}");
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
