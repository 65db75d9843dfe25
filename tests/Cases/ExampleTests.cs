using HaiDang.Cases.Definitions;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Tests;

public sealed class ExampleTests
{
    [Theory]
    [InlineData("hai-phong")]
    [InlineData("thi-tran")]
    public void The_sample_cities_check_clean_with_all_their_examples(string name)
    {
        var (folder, city) = name == "hai-phong" ? Folder.HaiPhong : Folder.ThiTran;
        var problems = new PackProblems();
        new CheckServices(UnitsReader.Read(folder, problems)).Check(folder, city, problems);
        Assert.True(!problems.Any, string.Join('\n', problems.All.Select(p => p.In(Language.Vietnamese))));
    }
}
