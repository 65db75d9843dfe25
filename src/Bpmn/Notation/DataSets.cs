using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Rules about the sets of data inputs and outputs (BPMN 2.0 §10.4.1, tables 10.59 to 10.63).</summary>
internal static class DataSets
{
    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All("ioSpecification"))
        {
            Side(x, "dataInput", "inputSet", "dataInputRefs", ["optionalInputRefs", "whileExecutingInputRefs"], report);
            Side(x, "dataOutput", "outputSet", "dataOutputRefs", ["optionalOutputRefs", "whileExecutingOutputRefs"], report);
            Mutual(x, "inputSet", "outputSetRefs", "outputSet", "inputSetRefs", report);
            Mutual(x, "outputSet", "inputSetRefs", "inputSet", "outputSetRefs", report);
        }
        foreach (var x in file.All("dataInput", "dataOutput").Where(x => x.Parent!.Name.LocalName.EndsWith("Event", StringComparison.Ordinal)))
        {
            var (set, refs) = x.Name.LocalName == "dataInput" ? ("inputSet", "dataInputRefs") : ("outputSet", "dataOutputRefs");
            if (x.Parent!.Elements(Names.Model + set).FirstOrDefault() is { } own && !Listed(own, refs).Contains(NotationFile.IdOf(x))) NotInSet(x, set, report);
        }
    }

    private static void Side(XElement io, string data, string set, string refs, string[] subsets, Report report)
    {
        var (items, sets) = (io.Elements(Names.Model + data).ToList(), io.Elements(Names.Model + set).ToList());
        foreach (var one in sets)
            foreach (var foreign in Listed(one, refs).Except(items.Select(NotationFile.IdOf)))
                report.Error(one, "bpmn.data-set", $"\"{foreign}\" trong {refs} của \"{NotationFile.Title(one)}\" không phải {data} của cùng ioSpecification. Hãy bỏ hoặc khai báo ở đây.",
                    $"\"{foreign}\" in the {refs} of \"{NotationFile.Title(one)}\" is no {data} of the same ioSpecification. Remove it, or declare it here.");
        if (sets.Count == 0)
            report.Error(io, "bpmn.data-set", $"ioSpecification của \"{NotationFile.Title(io)}\" phải có ít nhất một {set}.",
                $"The ioSpecification of \"{NotationFile.Title(io)}\" needs at least one {set}.");
        foreach (var item in items.Where(i => NotationFile.IdOf(i) is { } id && !sets.Any(s => Listed(s, refs).Contains(id)))) NotInSet(item, set, report);
        foreach (var one in sets)
            foreach (var subset in subsets)
                foreach (var id in Listed(one, subset).Except(Listed(one, refs)))
                    report.Error(one, "bpmn.data-set", $"\"{id}\" được ghi trong {subset} của \"{NotationFile.Title(one)}\" nhưng không có trong {refs} của cùng {set}. Hãy thêm vào.",
                        $"\"{id}\" stands in the {subset} of \"{NotationFile.Title(one)}\" but not in the {refs} of the same {set}. Add it there.");
    }

    private static void NotInSet(XElement item, string set, Report report) =>
        report.Error(item, "bpmn.data-set", $"\"{NotationFile.Title(item)}\" không thuộc {set} nào. Hãy ghi nó vào ít nhất một {set}.",
            $"\"{NotationFile.Title(item)}\" belongs to no {set}. List it in at least one.");

    /// <summary>A set that names its counterpart must be named by it.</summary>
    private static void Mutual(XElement io, string set, string refs, string other, string back, Report report)
    {
        foreach (var one in io.Elements(Names.Model + set))
            foreach (var counterpart in io.Elements(Names.Model + other).Where(o => NotationFile.IdOf(o) is { } id && Listed(one, refs).Contains(id)))
                if (!Listed(counterpart, back).Contains(NotationFile.IdOf(one)))
                    report.Error(counterpart, "bpmn.data-set",
                        $"{set} \"{NotationFile.IdOf(one)}\" ghi {refs} là \"{NotationFile.IdOf(counterpart)}\", nhưng {other} đó không ghi lại {back}. Hãy ghi ở cả hai.",
                        $"The {set} \"{NotationFile.IdOf(one)}\" lists \"{NotationFile.IdOf(counterpart)}\" as {refs}, but that {other} does not list it back ({back}). Write both.");
    }

    private static List<string?> Listed(XElement set, string refs) => [.. set.Elements(Names.Model + refs).Select(r => Names.Local(r.Value))];
}
