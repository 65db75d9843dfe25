using HaiDang.Cases;
using HaiDang.Directory;
using HaiDang.Platform;

namespace HaiDang.Web;

/// <summary>The one list of modules.</summary>
public static class Modules
{
    public static IReadOnlyList<IModule> All { get; } = [new DirectoryModule(), new CasesModule()];
}
