using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Rules about what carries data and where it may stand (BPMN 2.0 §10.4.1).</summary>
internal static class DataItems
{
    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All("dataObject", "dataInput", "dataOutput", "dataStore")) Collection(file, x, report);
        foreach (var x in file.All("dataObjectReference")) Named(file, x, report);
        foreach (var x in file.All("subProcess", "transaction", "adHocSubProcess").Where(x => NotationFile.Specification(x) is not null))
            report.Error(NotationFile.Specification(x)!, "bpmn.misplaced",
                $"Quy trình con \"{NotationFile.Title(x)}\" không được có dữ liệu vào, ra của riêng nó (ioSpecification). Hãy dùng đối tượng dữ liệu.",
                $"The sub-process \"{NotationFile.Title(x)}\" must not have data inputs and outputs of its own (ioSpecification). Use data objects.");
        foreach (var x in file.All("property").Where(x => !MayHold(x.Parent!)))
            report.Error(x, "bpmn.misplaced", $"property \"{NotationFile.Title(x)}\" chỉ được đứng trong quy trình, việc hoặc sự kiện. Hãy chuyển vào trong.",
                $"The property \"{NotationFile.Title(x)}\" stands only in a process, an activity or an event. Move it there.");
    }

    private static bool MayHold(XElement parent) => parent.Name.LocalName is "process" or "callActivity" or "task" || NotationFile.IsSubProcess(parent)
        || parent.Name.LocalName.EndsWith("Task", StringComparison.Ordinal) || parent.Name.LocalName.EndsWith("Event", StringComparison.Ordinal);

    private static void Collection(NotationFile file, XElement x, Report report)
    {
        if (x.Name.LocalName == "dataStore" || file.ItemOf(x) is not { } item || NotationFile.IsCollection(x) == NotationFile.IsCollection(item)) return;
        report.Error(x, "bpmn.data-collection",
            $"isCollection của \"{NotationFile.Title(x)}\" khác với itemDefinition \"{NotationFile.IdOf(item)}\" của nó. Hãy ghi giống nhau.",
            $"isCollection of \"{NotationFile.Title(x)}\" differs from its itemDefinition \"{NotationFile.IdOf(item)}\". Write the same in both.");
    }

    /// <summary>A reference that tells a state is named after its data object with the state in brackets (§10.4.1, naming conventions).</summary>
    private static void Named(NotationFile file, XElement x, Report report)
    {
        if (x.Element(Names.Model + "dataState") is not { } state || (string?)x.Attribute("name") is not { Length: > 0 } name) return;
        if ((string?)file.Refers(x, "dataObjectRef")?.Attribute("name") is not { Length: > 0 } data || (string?)state.Attribute("name") is not { Length: > 0 } stateName) return;
        if (Tidy(name) == Tidy($"{data} [{stateName}]")) return;
        report.Error(x, "bpmn.data-name", $"Tham chiếu dữ liệu \"{name}\" phải mang tên \"{data} [{stateName}]\": tên dữ liệu và trạng thái trong ngoặc vuông.",
            $"The data object reference \"{name}\" must be named \"{data} [{stateName}]\": the data's name with its state in brackets.");
    }

    private static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
