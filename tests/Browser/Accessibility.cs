using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>Judges a page by axe-core against WCAG 2.2 A and AA and axe's best practices.</summary>
public static class Accessibility
{
    private static readonly string Script = Read();

    public static async Task HasNoAxeViolations(this IPage page)
    {
        // Only pages that are judged carry the judge: it is half a megabyte of script. The debugger's door puts it in, which the page's policy does not close.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        var violations = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
              .violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => `${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`) }))
            """);
        var told = new StringBuilder();
        foreach (var violation in violations.EnumerateArray())
        {
            told.AppendLine($"{violation.GetProperty("id")}: {violation.GetProperty("help")}");
            foreach (var node in violation.GetProperty("nodes").EnumerateArray()) told.AppendLine($"  {node}");
        }

        if (told.Length > 0) Assert.Fail($"axe on {page.Url} ({await page.PicturedForMending("axe")}):\n{told}");
    }

    /// <summary>No part of the page lies beyond the right edge, except inside something that scrolls by itself.</summary>
    public static async Task HasNoSidewaysScroll(this IPage page)
    {
        var beyond = await page.EvaluateAsync<string>("""
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return '';
              const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1)
                .map(e => `${e.tagName.toLowerCase()}.${e.className} to ${Math.round(e.getBoundingClientRect().right)}`);
              return `${document.documentElement.scrollWidth} > ${width}: ${wide.slice(0, 8).join(', ')}`;
            }
            """);
        Assert.True(beyond == "", $"{page.Url} scrolls sideways: {beyond}");
    }

    private static string Read()
    {
        using var stream = typeof(Accessibility).Assembly.GetManifestResourceStream("axe.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
