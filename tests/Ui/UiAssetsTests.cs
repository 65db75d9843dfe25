using System.Net;
using System.Net.Http.Headers;

namespace HaiDang.Ui.Tests;

public sealed class UiAssetsTests(GalleryFixture gallery) : IClassFixture<GalleryFixture>
{
    [Fact]
    public async Task An_asset_is_kept_for_a_year_and_sent_compressed()
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, UiAssets.Path("site.css"));
        ask.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var answer = await gallery.Http.SendAsync(ask);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal(UiAssets.SentSizes["site.css"], answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Without_compression_it_comes_as_it_is()
    {
        var answer = await gallery.Http.GetAsync(UiAssets.Path("site.css"));
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Contains("--c-brand: #0b3a5b", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Its_name_holds_the_hash_of_its_content() => Assert.Matches("^/_content/HaiDang.Ui/site-[A-Z0-9]{8}\\.css$", UiAssets.Path("site.css"));

    [Theory]
    [InlineData("/_content/HaiDang.Ui/site.css")]
    [InlineData("/_content/HaiDang.Ui/manifest.json")]
    [InlineData("/_content/HaiDang.Ui/..%2Fmanifest.json")]
    public async Task Nothing_else_is_served(string path) => Assert.Equal(HttpStatusCode.NotFound, (await gallery.Http.GetAsync(path)).StatusCode);

    [Fact]
    public async Task The_style_sheet_asks_nothing_of_other_hosts()
    {
        var css = await gallery.Http.GetStringAsync(UiAssets.Path("site.css"));
        Assert.DoesNotMatch("url\\([\"']?([a-z]+:)?//", css);
        Assert.DoesNotContain("@import", css);
        Assert.DoesNotContain(".woff\"", css);
    }

    [Fact]
    public void The_lock_file_names_no_registry()
    {
        var file = Path.Combine(Repository.Root, "src", "Ui", "package-lock.json");
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(file));
    }
}
