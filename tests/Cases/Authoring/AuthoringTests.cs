using HaiDang.Cases.Authoring;
using HaiDang.Cases.Definitions;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Tests.Authoring;

public sealed class AuthoringTests
{
    [Theory]
    [InlineData("thi-tran")]
    [InlineData("hai-phong")]
    public void A_new_service_checks_clean_from_the_first_minute(string name)
    {
        using var copy = new CityCopy(name);
        var before = copy.Problems();
        var written = copy.Author().Write(copy.Root, "cap-giay-thu", new LocalText("Cấp giấy \"thử\" & kiểm: một", "A \"trial\" & test: one"), null);
        Assert.True(written.Ok);
        Assert.Contains(Path.Combine(copy.Root, "services", "cap-giay-thu", "examples", "suon-se.yaml"), written.Value);
        Assert.Equal(before, copy.Problems());
        Assert.Equal("Cấp giấy \"thử\" & kiểm: một", copy.Service("cap-giay-thu").Name.Vi);
    }

    [Theory]
    [InlineData("Cấp giấy", null, "authoring.bad-slug")]
    [InlineData("../ngoai", null, "authoring.bad-slug")]
    [InlineData("cho-ban-hang", null, "authoring.taken")]
    [InlineData("cap-giay", "province", "authoring.no-units")]
    public void A_refused_service_writes_nothing(string slug, string? handledBy, string code)
    {
        using var copy = new CityCopy("thi-tran");
        var files = copy.Files();
        var refused = copy.Author().Write(copy.Root, slug, new LocalText("Thử", "Trial"), handledBy);
        Assert.Equal(code, Assert.Single(refused.Problems).Type.Code);
        Assert.Equal(files, copy.Files());
    }

    [Fact]
    public void Every_part_of_a_service_is_told_with_the_layer_that_says_so()
    {
        var (folder, city) = Folder.HaiPhong;
        var told = new ExplainService(folder, Folder.Units(city)).Of("xac-nhan-tinh-trang-hon-nhan", new PackProblems(), Language.English)!;
        Assert.Equal("vietnam/services/xac-nhan-tinh-trang-hon-nhan/service.yaml:2", told[0].From);
        Assert.Contains(told, l => l.Value == "⊞ fee" && l.From == "hai-phong/services/xac-nhan-tinh-trang-hon-nhan/fee.dmn (replaces vietnam/services/xac-nhan-tinh-trang-hon-nhan/fee.dmn)");
        Assert.Contains(told, l => l.Value.Contains("accept,supplement,refuse", StringComparison.Ordinal) && l.From.Contains("vietnam/services/xac-nhan-tinh-trang-hon-nhan/process.bpmn:", StringComparison.Ordinal));
        Assert.Null(new ExplainService(folder, Folder.Units(city)).Of("khong-co", new PackProblems(), Language.English));
    }
}
