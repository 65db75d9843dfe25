using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HaiDang.Browser.Tests.Gallery;

/// <summary>A cheap phone, an old browser, paper.</summary>
public sealed class PlainBrowserTests(Chromium chromium, GalleryFixture gallery) : IClassFixture<GalleryFixture>
{
    [Fact]
    public async Task Without_scripts_a_form_is_filled_refused_mended_and_sent()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone, scripts: false);
        var page = visit.Page;
        await visit.Opens("/question");
        await page.GetByLabel("Họ và tên").FillAsync("Đỗ Thị Ánh");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("Ngày sinh chưa đúng.");
        await page.PicturedIfAsked("plain-refused-390");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Ngày" }).FillAsync("27");
        await page.GetByLabel("Tháng").FillAsync("3");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Năm" }).FillAsync("1985");
        await page.GetByLabel("Việc khác").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await page.Reaches(url => url.EndsWith("/answers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_scripts_nothing_is_shown_that_needs_them()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Desk, scripts: false);
        await visit.Opens("/desk/case");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sao chép" })).ToBeHiddenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Phím tắt" })).ToBeHiddenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Duyệt và trình ký" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/service")]
    [InlineData("/question")]
    [InlineData("/case")]
    public async Task A_first_visit_stays_far_under_150_KB(string path)
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        var sizes = new List<(string Url, long Bytes)>();
        visit.Page.RequestFinished += async (_, request) =>
        {
            var size = await request.SizesAsync();
            lock (sizes) sizes.Add((request.Url, size.ResponseBodySize + size.ResponseHeadersSize));
        };
        await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var told = string.Join('\n', sizes.Select(s => $"{s.Bytes,8} {s.Url}"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{sizes.Sum(s => s.Bytes)} bytes\n{told}");
        Assert.InRange(sizes.Sum(s => s.Bytes), 20_000, 120_000);
    }

    [Theory]
    [InlineData("/receipt")]
    [InlineData("/answers")]
    [InlineData("/case")]
    [InlineData("/verify")]
    [InlineData("/operations")]
    public async Task Paper_is_black_on_white_and_without_what_only_a_screen_needs(string path)
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Desk);
        await visit.Opens(path);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Page.Locator(".head-tools, .nav, .foot").First).ToBeHiddenAsync();
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(0, 0, 0)", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('h1')).color"));
        await visit.Page.SetViewportSizeAsync(794, 1123);
        await visit.Page.PicturedIfAsked("paper" + path.Replace('/', '-'));
    }

    [Theory]
    [InlineData("/question")]
    [InlineData("/desk/case")]
    [InlineData("/operations")]
    public async Task What_can_be_pressed_has_a_size_that_can_be_pressed(string path)
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        await visit.Opens(path);
        var small = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, .button, input:not([type=hidden]), select, nav a, .choice, .tabs a')]
              .filter(e => e.offsetParent && !e.closest('.unseen, .copy, .choice input, .skip') && !e.matches('.choice input, .skip'))
              .map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.height < 43.5)
              .map(([e, r]) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 20)} ${Math.round(r.width)}x${Math.round(r.height)}`)
            """);
        Assert.Empty(small);
    }

    [Theory]
    [InlineData("400")]
    [InlineData("500")]
    [InlineData("600")]
    public async Task Figures_in_columns_are_of_one_width_and_still_drawn(string weight)
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Desk);
        await visit.Opens("/desk/table");
        var measured = await visit.Page.EvaluateAsync<string[]>("""
            async weight => {
              await document.fonts.load(`${weight} 16px "Be Vietnam Figures"`, '0123456789');
              const face = [...document.fonts].find(f => f.family.includes('Figures') && f.weight === weight);
              const canvas = document.createElement('canvas');
              const pen = canvas.getContext('2d', { willReadFrequently: true });
              pen.font = `${weight} 100px "Be Vietnam Figures"`;
              const marks = [...'0123456789'].map(d => {
                const m = pen.measureText(d);
                pen.clearRect(0, 0, 300, 150);
                pen.fillText(d, 0, 100);
                const ink = pen.getImageData(0, 0, 300, 150).data.filter((_, i) => i % 4 === 3).reduce((a, b) => a + (b > 127), 0);
                // advance, whether it stands in the middle of it, and whether anything was drawn
                return `${m.width.toFixed(1)} ${Math.abs((-m.actualBoundingBoxLeft) - (m.width - m.actualBoundingBoxRight)) < 12 ? 'centred' : 'beside'} ${ink > 500 ? 'drawn' : 'empty'}`;
              });
              return [face.status, ...new Set(marks)];
            }
            """, weight);
        Assert.Equal(["loaded", measured[1]], measured);
        Assert.EndsWith("centred drawn", measured[1]);
    }
}
