using System.Text.RegularExpressions;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>The code lists part of <c>haidang check</c>: every list is read, used or not, and its parents are looked up.</summary>
internal sealed partial class CheckLists : IPackCheck
{
    public void Check(CityFolder folder, City city, PackProblems problems)
    {
        var lists = new Dictionary<string, CodeList>(StringComparer.Ordinal);
        foreach (var file in folder.Under(CodeList.Folder))
        {
            var name = file.Path[CodeList.Folder.Length..];
            if (!FileName().IsMatch(name) || UnitLists.Is(Path.GetFileNameWithoutExtension(name)))
                problems.Add(file.Shown, 0, $"'{name}' không phải tên của danh mục", $"'{name}' is no name of a code list",
                    "đặt tên tệp bằng chữ thường, số, gạch nối, kết thúc bằng .csv; units và units_… là của đơn vị", "name the file in lower case letters, digits and hyphens, ending in .csv; units and units_… are those of the units");
            else if (CodeListReader.Read(file, problems) is { } list) lists[list.Name] = list;
        }
        foreach (var list in lists.Values.Where(l => l.ParentList is not null && l.ParentList != l.Name))
            CodeListReader.CheckParents(list, lists.GetValueOrDefault(list.ParentList!), problems);
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_-]*\.csv\z")]
    private static partial Regex FileName();
}
