using System.Net;
using HaiDang.Ui.Tests.Gallery;

namespace HaiDang.Ui.Tests;

public sealed class ShellTests
{
    [Fact]
    public async Task A_page_is_a_whole_document_in_its_layout()
    {
        await using var gallery = await GalleryHost.Start();
        using var http = new HttpClient { BaseAddress = new(gallery.Address) };
        var page = await http.GetStringAsync("/question", TestContext.Current.CancellationToken);
        Assert.StartsWith("<!DOCTYPE html>", page.TrimStart());
        Assert.Contains("<html lang=\"vi\">", page);
        Assert.Contains("<title>Về bạn – Thành phố Hải Phòng</title>", page);
        Assert.Contains("Cổng dịch vụ công", page);
        Assert.Contains("__RequestVerificationToken", page);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_422_inside_its_layout_and_loses_nothing()
    {
        await using var gallery = await GalleryHost.Start();
        using var http = new HttpClient { BaseAddress = new(gallery.Address) };
        var token = Html.TokenIn(await http.GetStringAsync("/question", TestContext.Current.CancellationToken));
        var answer = await http.PostAsync("/question", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["fullName"] = "Đỗ Thị Ánh",
            ["born.day"] = "31",
            ["born.month"] = "2",
            ["born.year"] = "1990",
            ["purpose"] = "other",
        }), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Contains("<html lang=\"vi\">", page);
        Assert.Contains("<title>Lỗi: Về bạn", page);
        Assert.Contains("value=\"Đỗ Thị Ánh\"", page);
        Assert.Contains("name=\"born.day\" type=\"text\" inputmode=\"numeric\" maxlength=\"4\" value=\"31\"", page);
        Assert.Contains("href=\"#f-born\"", page);
        Assert.Contains("id=\"f-born\"", page);
        Assert.Contains("Ngày sinh chưa đúng.", page);
        Assert.Contains("Cổng dịch vụ công", page);
    }
}
