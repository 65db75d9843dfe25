using HaiDang.Platform.Packs;
using HaiDang.Testing;

namespace HaiDang.Platform.Tests.Packs;

public sealed class CityFolderTests
{
    /// <summary>A shell completes the name of a folder with a slash.</summary>
    [Fact]
    public void A_slash_at_the_end_of_its_path_changes_nothing()
    {
        var problems = new PackProblems();
        var folder = CityFolder.Open(Repository.City("hai-phong") + Path.DirectorySeparatorChar, problems);
        Assert.Empty(problems.All);
        Assert.Equal("hai-phong", folder!.Name);
        Assert.NotNull(folder.Find("services/dang-ky-khai-sinh/service.yaml"));
    }
}
