using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Rules about where data comes from and goes to (BPMN 2.0 §10.4.1, Data Associations).</summary>
internal static class DataAssociations
{
    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All("dataInputAssociation", "dataOutputAssociation"))
        {
            var isInput = x.Name.LocalName == "dataInputAssociation";
            var sources = x.Elements(Names.Model + "sourceRef").Select(s => file.Find(s.Value)).OfType<XElement>().ToList();
            var target = file.Refers(x, "targetRef");
            var own = isInput ? NotationFile.Inputs(x.Parent!) : NotationFile.Outputs(x.Parent!);
            if (target?.Name.LocalName == "dataInput" && !(isInput && own.Contains(target)))
                Wrong(x, "đích", "target", target, report);
            if (sources.FirstOrDefault(s => s.Name.LocalName == "dataOutput" && (isInput || !own.Contains(s))) is { } output)
                Wrong(x, "nguồn", "source", output, report);
            var changes = x.Element(Names.Model + "transformation") is not null;
            if (x.Elements(Names.Model + "sourceRef").Count() > 1 && !changes)
                report.Error(x, "bpmn.data-association", $"Liên kết dữ liệu của \"{NotationFile.Title(x.Parent!)}\" có nhiều nguồn nên cần transformation để gộp. Hãy thêm hoặc bỏ bớt nguồn.",
                    $"The data association of \"{NotationFile.Title(x.Parent!)}\" has several sources and so needs a transformation. Add one, or remove sources.");
            if (sources is [var single] && !changes && !x.Elements(Names.Model + "assignment").Any()
                && file.ItemOf(single) is { } a && file.ItemOf(target) is { } b && !NotationFile.AreEquivalent(a, b))
                report.Error(x, "bpmn.data-item", $"Liên kết dữ liệu nối \"{NotationFile.IdOf(a)}\" với \"{NotationFile.IdOf(b)}\" là hai kiểu khác nhau. Hãy thêm transformation hoặc dùng cùng kiểu.",
                    $"The data association joins \"{NotationFile.IdOf(a)}\" with \"{NotationFile.IdOf(b)}\", which are different kinds. Add a transformation or use one kind.");
        }
    }

    private static void Wrong(XElement x, string vi, string en, XElement end, Report report) =>
        report.Error(x, "bpmn.data-association", $"\"{NotationFile.Title(end)}\" ({end.Name.LocalName}) không thể là {vi} của {x.Name.LocalName} này. Hãy nối lại.",
            $"\"{NotationFile.Title(end)}\" (a {end.Name.LocalName}) cannot be the {en} of this {x.Name.LocalName}. Connect it again.");
}
