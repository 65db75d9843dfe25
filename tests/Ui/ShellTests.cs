using System.Net;
using System.Text.RegularExpressions;
using HaiDang.Ui.Tests.Gallery;

namespace HaiDang.Ui.Tests;

public sealed class ShellTests(GalleryFixture gallery) : IClassFixture<GalleryFixture>
{
    public static TheoryData<string> Pages => new(GalleryHost.Pages);

    [Fact]
    public async Task A_page_is_a_whole_document_in_its_layout()
    {
        var page = await gallery.Http.GetStringAsync("/question");
        Assert.StartsWith("<!DOCTYPE html>", page.TrimStart());
        Assert.Contains("<html lang=\"vi\">", page);
        Assert.Contains("<title>Về bạn – Thành phố Hải Phòng</title>", page);
        Assert.Contains("Cổng dịch vụ công", page);
        Assert.NotEqual("", Html.TokenIn(page));
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_422_inside_its_layout_and_loses_nothing()
    {
        var token = Html.TokenIn(await gallery.Http.GetStringAsync("/question"));
        var answer = await gallery.Http.PostAsync("/question", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["fullName"] = "Đỗ Thị Ánh",
            ["born.day"] = "31",
            ["born.month"] = "2",
            ["born.year"] = "1990",
            ["purpose"] = "other",
        }));
        var page = await answer.Content.ReadAsStringAsync();

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

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var answer = await gallery.Http.PostAsync("/question", new FormUrlEncodedContent([new("fullName", "A")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_answers_no_POST_of_its_own()
    {
        var answer = await gallery.Http.PostAsync("/receipt", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_has_nothing_inline_and_one_heading_of_the_first_rank(string path)
    {
        var page = await gallery.Http.GetStringAsync(path);
        Assert.DoesNotMatch(@"<[^>]*\sstyle\s*=", page);
        Assert.DoesNotMatch(@"<[^>]*\son[a-z]+\s*=", page);
        Assert.DoesNotMatch(@"<style[\s>]", page);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)", page);
        Assert.Single(Regex.Matches(page, "<h1[ >]"));
        Assert.Single(Regex.Matches(page, "<title>"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_id_is_unique_and_every_reference_to_an_id_leads_somewhere(string path)
    {
        var page = await gallery.Http.GetStringAsync(path);
        var ids = Regex.Matches(page, "\\sid=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var wanted = Regex.Matches(page, "\\s(?:for|aria-describedby|aria-labelledby|form)=\"([^\"]+)\"").SelectMany(m => m.Groups[1].Value.Split(' '));
        Assert.Empty(wanted.Except(ids));
    }

    [Fact]
    public async Task The_language_is_switched_on_the_same_page_and_remembered()
    {
        var answer = await gallery.Http.GetAsync("/language/en?back=%2Fquestion%3Fa%3D1");
        Assert.Equal("/question?a=1", answer.Headers.Location!.ToString());
        var page = await gallery.Http.GetStringAsync("/question");
        Assert.Contains("<html lang=\"en\">", page);
        Assert.Contains("Full name", page);
        Assert.Contains("href=\"/language/vi?back=%2Fquestion\"", page);
        await gallery.Http.GetAsync("/language/vi");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task The_language_switch_leads_nowhere_else(string back)
    {
        var answer = await gallery.Http.GetAsync("/language/vi?back=" + Uri.EscapeDataString(back));
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_language_that_the_site_does_not_have_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await gallery.Http.GetAsync("/language/fr")).StatusCode);

    [Fact]
    public async Task An_address_that_is_not_there_gets_a_page_that_says_so()
    {
        var answer = await gallery.Http.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>Không tìm thấy trang này</h1>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_post_that_breaks_gets_a_page_that_says_so()
    {
        var answer = await gallery.Http.PostAsync("/breaks", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("<h1>Hệ thống gặp lỗi</h1>", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_refusal_outside_of_a_form_is_a_page_with_its_status_sentence_and_remedy()
    {
        var answer = await gallery.Http.PostAsync("/refuses", new FormUrlEncodedContent([]));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Đồng nghiệp đã nhận hồ sơ này.", page);
        Assert.Contains("Hãy chọn hồ sơ khác.", page);
    }
}
