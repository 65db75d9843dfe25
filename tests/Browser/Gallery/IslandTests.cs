using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HaiDang.Browser.Tests.Gallery;

public sealed class IslandTests(Chromium chromium, GalleryFixture gallery) : IClassFixture<GalleryFixture>
{
    [Fact]
    public async Task The_keys_of_the_desk_move_open_and_search_and_can_be_switched_off_for_good()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Desk);
        var page = visit.Page;
        await visit.Opens("/desk");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("a[data-row]").Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator("a[data-row]").Nth(1)).ToBeFocusedAsync();
        await page.PicturedIfAsked("island-keys-focus-1440", whole: false);
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("jk?");
        await Expect(page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("jk?");

        await page.Locator("a[data-row]").First.FocusAsync();
        await page.Keyboard.PressAsync("?");
        var keys = page.GetByRole(AriaRole.Dialog);
        await Expect(keys).ToBeVisibleAsync();
        await page.HasNoAxeViolations();
        await page.PicturedIfAsked("island-keys-1440", whole: false);
        await keys.GetByLabel("Dùng phím tắt một chữ").UncheckAsync();
        await keys.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();

        await visit.Opens("/desk");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("a[data-row]").First).Not.ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Phím tắt" }).ClickAsync();
        await keys.GetByLabel("Dùng phím tắt một chữ").CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(keys).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("a[data-row]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Reaches(url => url.EndsWith("/desk/case", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_list_is_found_in_by_a_few_letters_without_accents_and_by_a_former_name()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        await visit.Opens("/components/forms");
        var find = visit.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Tìm trong danh sách: Quốc tịch" });
        var list = visit.Page.Locator("select[name=country]");
        await find.FillAsync("trung quoc");
        await Expect(visit.Page.GetByText("3 dòng khớp")).ToBeVisibleAsync();
        await Expect(list.Locator("option")).ToHaveTextAsync(["— Chọn —", "Trung Quốc", "Hồng Kông, Trung Quốc", "Đài Loan, Trung Quốc"]);
        await Expect(list).ToHaveValueAsync("");

        await find.FillAsync("mien dien");
        await Expect(list).ToHaveValueAsync("MM");
        await Expect(visit.Page.GetByText("Đã chọn Mi-an-ma")).ToBeVisibleAsync();

        // What is chosen stays, whatever is typed afterwards, until something else is chosen.
        await find.FillAsync("xyz");
        await Expect(visit.Page.GetByText("Không dòng nào khớp")).ToBeVisibleAsync();
        await Expect(list).ToHaveValueAsync("MM");
        await find.FillAsync("d");
        await find.PressAsync("Enter");
        await Expect(list).ToBeFocusedAsync();
        await Expect(list).ToHaveValueAsync("DE");
        await find.FillAsync("");
        await Expect(list.Locator("option")).ToHaveCountAsync(19);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_form_saves_itself_and_says_when()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        await visit.Opens("/components/forms");
        await Expect(visit.Page.GetByText("Đã lưu lúc 14:32")).ToBeVisibleAsync();
        var saved = visit.Page.WaitForRequestAsync("**/autosave");
        await visit.Page.GetByLabel("Họ và tên").FillAsync("Đỗ Thị Ánh Nguyệt");
        var request = await saved;
        Assert.Equal("1", await request.HeaderValueAsync("x-autosave"));
        Assert.Contains("name=" + Uri.EscapeDataString("Đỗ") + "+", request.PostData);
        await Expect(visit.Page.Locator(".saved")).ToHaveTextAsync("Đã lưu lúc 14:32");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_form_that_cannot_be_saved_says_so_and_keeps_what_was_typed()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        await visit.Opens("/components/forms");
        await visit.Page.RouteAsync("**/autosave", route => route.AbortAsync());
        await visit.Page.GetByLabel("Họ và tên").FillAsync("Đỗ Thị Ánh Nguyệt");
        await Expect(visit.Page.Locator(".saved-failed")).ToContainTextAsync("Chưa lưu được");
        await Expect(visit.Page.GetByLabel("Họ và tên")).ToHaveValueAsync("Đỗ Thị Ánh Nguyệt");
    }

    [Fact]
    public async Task Characters_left_are_counted_and_too_many_are_told_not_cut()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        await visit.Opens("/components/forms");
        var note = visit.Page.GetByLabel("Ghi chú");
        await note.FillAsync(new string('ă', 119));
        await Expect(visit.Page.Locator(".counter")).ToHaveTextAsync("Còn 1 ký tự");
        await note.FillAsync(new string('ă', 125));
        await Expect(visit.Page.Locator(".counter-over")).ToHaveTextAsync("Thừa 5 ký tự");
        await Expect(note).ToHaveValueAsync(new string('ă', 125));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_sent()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        await visit.Opens("/components/forms");
        var input = visit.Page.Locator("input[type=file]");
        await visit.Page.EvaluateAsync("() => document.querySelector('hd-upload').setAttribute('max', '1000')");
        await input.SetInputFilesAsync(new FilePayload { Name = "ảnh.jpg", MimeType = "image/jpeg", Buffer = new byte[1001] });
        await Expect(visit.Page.Locator("hd-upload .error")).ToContainTextAsync("“ảnh.jpg” lớn hơn 20 MB");
        Assert.Equal(0, await input.EvaluateAsync<int>("e => e.files.length"));
        await input.SetInputFilesAsync(new FilePayload { Name = "ảnh.jpg", MimeType = "image/jpeg", Buffer = new byte[1000] });
        await Expect(visit.Page.Locator("hd-upload .error")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_form_with_a_file_is_sent_with_progress_and_its_refusal_is_shown_in_place()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        await visit.Opens("/components/forms");
        await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = new byte[200_000] });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Expect(visit.Page).ToHaveTitleAsync("Lỗi: Về bạn – Thành phố Hải Phòng");
        await Expect(visit.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Chưa có mục đích." }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Đăng ký kết hôn tại Việt Nam")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_code_is_copied()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.Opens("/receipt");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sao chép" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Đã sao chép" })).ToBeVisibleAsync();
        Assert.Equal("000.00.15.H24-231005-0001", await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task A_session_that_ends_warns_first_and_what_was_typed_comes_back()
    {
        await using var visit = await chromium.Visits(gallery.Address, Screen.Phone);
        var page = visit.Page;
        await page.Clock.InstallAsync();
        await visit.Opens("/question");
        await page.GetByLabel("Họ và tên").FillAsync("Đỗ Thị Ánh");
        await page.GetByLabel("Việc khác").CheckAsync();
        await page.Clock.FastForwardAsync(1690_000);
        await Expect(page.GetByText("Phiên làm việc sắp hết.")).ToBeVisibleAsync();
        await page.PicturedIfAsked("island-session-390", whole: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục làm việc" }).ClickAsync();
        await Expect(page.GetByText("Phiên làm việc sắp hết.")).ToBeHiddenAsync();
        await page.Clock.FastForwardAsync(1810_000);
        await Expect(page.GetByText("Phiên làm việc đã hết.")).ToBeVisibleAsync();

        await visit.Opens("/question");
        await Expect(page.GetByLabel("Họ và tên")).ToHaveValueAsync("Đỗ Thị Ánh");
        await Expect(page.GetByLabel("Việc khác")).ToBeCheckedAsync();
        await visit.Opens("/question");
        await Expect(page.GetByLabel("Họ và tên")).ToHaveValueAsync("");
    }
}
