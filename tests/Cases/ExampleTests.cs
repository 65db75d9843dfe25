using HaiDang.Cases.Definitions;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Tests;

public sealed class ExampleTests
{
    public static TheoryData<string> Cities => [.. System.IO.Directory.GetDirectories(Folder.All).Where(c => File.Exists(Path.Combine(c, "units.yaml"))).Select(c => Path.GetFileName(c)!).Order()];

    [Theory, MemberData(nameof(Cities))]
    public void Every_city_checks_clean_with_all_its_examples(string name)
    {
        var (folder, city) = Folder.Open(name);
        var problems = new PackProblems();
        new CheckServices(UnitsReader.Read(folder, problems)).Check(folder, city, problems);
        Assert.True(!problems.Any, string.Join('\n', problems.All.Select(p => p.In(Language.Vietnamese))));
    }
}
