using HaiDang.Directory.Demo;
using HaiDang.Directory.Officials;
using HaiDang.Directory.Units;
using HaiDang.Platform.Packs;

namespace HaiDang.Directory.Checking;

/// <summary>The directory's part of <c>haidang check</c>: units.yaml, roles.yaml, people.csv.</summary>
internal sealed class DirectoryCheck : IPackCheck
{
    public void Check(CityFolder folder, City city, PackProblems problems)
    {
        var units = UnitsReader.Read(folder, problems);
        if (units.Roles.Count > 0 && !units.Roles.ContainsKey(Official.AdminRole) && folder.Find("roles.yaml") is { } roles)
            problems.Add(roles.Shown, 1, "thiếu vai trò 'admin'", "the role 'admin' is missing",
                "thêm 'admin: {vi: Quản trị hệ thống, en: Administrator}'", "add 'admin: {vi: Quản trị hệ thống, en: Administrator}'");
        PeopleFile.Read(folder, units, problems);
    }
}
