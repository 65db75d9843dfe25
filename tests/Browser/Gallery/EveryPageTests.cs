using HaiDang.Ui.Tests.Gallery;

namespace HaiDang.Browser.Tests.Gallery;

public sealed class EveryPageTests(Chromium chromium, GalleryFixture gallery) : IClassFixture<GalleryFixture>
{
    public static TheoryData<string> Pages => new(GalleryHost.Pages);

    [Theory, MemberData(nameof(Pages))]
    public Task Is_sound_on_a_phone(string path) => IsSound(path, Screen.Phone, "/language/vi");

    [Theory, MemberData(nameof(Pages))]
    public Task Is_sound_on_a_desk(string path) => IsSound(path, Screen.Desk, "/language/vi");

    [Theory, MemberData(nameof(Pages))]
    public Task Is_sound_in_English_on_a_phone(string path) => IsSound(path, Screen.Phone, "/language/en");

    private async Task IsSound(string path, Screen screen, string language)
    {
        await using var visit = await chromium.Visits(gallery.Address, screen);
        await visit.Opens($"{language}?back={Uri.EscapeDataString(path)}");
        await visit.SeesASoundPage("gallery" + (path == "/" ? "-home" : path.Replace('/', '-')) + (language.EndsWith("en", StringComparison.Ordinal) ? "-en" : ""));
    }
}
