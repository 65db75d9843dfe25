using Microsoft.Playwright;

namespace HaiDang.Browser.Tests;

/// <summary>What a person sees in a real browser when their file is wrong: the reason and the remedy at the question, nothing lost.</summary>
public sealed class BadInputTests(Chromium chromium, SharedCity shared)
{
    [Fact]
    public async Task Wrong_files_are_told_at_the_question_and_the_right_one_goes_on()
    {
        var city = await shared.Opens();
        await using var citizen = await chromium.Visits(city.Address, Screen.Phone);
        await citizen.Opens("/dich-vu/xac-nhan-tinh-trang-hon-nhan/nop");
        await citizen.SignsInAsCitizen("Đỗ Mẫu Nam");
        await citizen.Presses(citizen.Page.Locator("main form .buttons .button").Last);
        await citizen.Page.Reaches(url => url.Contains("/nhap/", StringComparison.Ordinal));
        var picker = citizen.Page.Locator("main [name='divorcePaper']");
        for (var pages = 0; await picker.CountAsync() == 0; pages++)
        {
            Assert.True(pages < 20, $"No page asks for the paper: {citizen.Page.Url}");
            await citizen.AnswersThisPage(Applying.Divorced);
            await citizen.Presses(Continue(citizen));
        }

        foreach (var (name, content, says) in Wrong())
        {
            await picker.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
            await Continue(citizen).ClickAsync();
            // What was sent with files comes back into the page that is there.
            await citizen.Page.Locator(".error-summary", new() { HasText = name }).Filter(new() { HasText = says }).WaitForAsync();
            await citizen.SeesASoundPageOnEveryScreen("bad-file-" + Path.GetFileNameWithoutExtension(name));
        }
        await citizen.AnswersThisPage(Applying.Divorced);
        var before = citizen.Page.Url;
        await citizen.Presses(Continue(citizen));
        Assert.NotEqual(before, citizen.Page.Url);
    }

    private static ILocator Continue(Visit visit) => visit.Page.Locator("main form button.button:not(.button-quiet)").Last;

    private static IEnumerable<(string Name, byte[] Content, string Says)> Wrong() =>
    [
        ("rong.jpg", [], "rỗng"),
        ("chuong-trinh.jpg", [.. "MZ"u8, .. new byte[200]], "không thuộc loại được nhận"),
        ("cat-cut.png", Testing.SampleFiles.Png()[..^6], "bị hỏng hoặc chưa tải đủ"),
        ("bom-anh.png", Testing.SampleFiles.Png(20_000, 20_000), "điểm ảnh"),
        ("mat-khau.pdf", Testing.SampleFiles.Pdf("/Size 4 /Root 1 0 R /Encrypt 3 0 R"), "có mật khẩu"),
    ];
}
