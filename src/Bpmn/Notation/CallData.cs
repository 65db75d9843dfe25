using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Rules about data that is handed to what is called, and about operations that a process offers (BPMN 2.0 §10.3.6, §10.4.1).</summary>
internal static class CallData
{
    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All("callActivity")) Call(file, x, report);
        foreach (var x in file.All("process", "globalTask", "globalUserTask", "globalManualTask", "globalScriptTask", "globalBusinessRuleTask")) Offered(file, x, report);
    }

    /// <summary>A call hands over exactly what the called element takes, and gets what it gives.</summary>
    private static void Call(NotationFile file, XElement x, Report report)
    {
        if (file.Refers(x, "calledElement") is not { } called) return;
        if (NotationFile.Specification(x) is null && (NotationFile.Specification(called) is null || NotationFile.HasExtensions(x))) return;
        if (!Match(file, [.. NotationFile.Inputs(x)], [.. NotationFile.Inputs(called)])) Differs(x, called, "dataInput", report);
        if (!Match(file, [.. NotationFile.Outputs(x)], [.. NotationFile.Outputs(called)])) Differs(x, called, "dataOutput", report);
    }

    private static bool Match(NotationFile file, IReadOnlyList<XElement> own, IReadOnlyList<XElement> wanted) => own.Count == wanted.Count
        && own.Zip(wanted).All(p => file.ItemOf(p.First) is not { } a || file.ItemOf(p.Second) is not { } b || NotationFile.AreEquivalent(a, b));

    private static void Differs(XElement x, XElement called, string data, Report report) =>
        report.Error(x, "bpmn.call-data", $"{data} của \"{NotationFile.Title(x)}\" không khớp với \"{NotationFile.Title(called)}\" được gọi: phải cùng số lượng và cùng kiểu theo thứ tự.",
            $"The {data} elements of \"{NotationFile.Title(x)}\" do not match the called \"{NotationFile.Title(called)}\": as many, of the same items, in the same order.");

    /// <summary>Every operation of an interface that is offered is bound, and its binding takes and gives what the operation's messages carry.</summary>
    private static void Offered(NotationFile file, XElement x, Report report)
    {
        var operations = x.Elements(Names.Model + "supportedInterfaceRef").Select(r => file.Find(r.Value)).OfType<XElement>()
            .SelectMany(i => i.Elements(Names.Model + "operation")).ToList();
        var bindings = x.Elements(Names.Model + "ioBinding").ToList();
        foreach (var operation in operations.Where(o => bindings.TrueForAll(b => file.Refers(b, "operationRef") != o)))
            report.Error(x, "bpmn.io-binding", $"\"{NotationFile.Title(x)}\" cung cấp thao tác \"{NotationFile.Title(operation)}\" nhưng không có ioBinding cho nó. Hãy thêm.",
                $"\"{NotationFile.Title(x)}\" offers the operation \"{NotationFile.Title(operation)}\" but has no ioBinding for it. Add one.");
        foreach (var binding in bindings)
        {
            if (file.Refers(binding, "operationRef") is not { } operation) continue;
            if (!operations.Contains(operation))
                report.Error(binding, "bpmn.io-binding", $"ioBinding của \"{NotationFile.Title(x)}\" dùng thao tác \"{NotationFile.Title(operation)}\" không thuộc giao diện nào của nó (supportedInterfaceRef).",
                    $"An ioBinding of \"{NotationFile.Title(x)}\" uses the operation \"{NotationFile.Title(operation)}\", which none of its interfaces has (supportedInterfaceRef).");
            Bound(file, binding, "inputDataRef", "dataInputRefs", file.Refers(operation, "inMessageRef"), report);
            Bound(file, binding, "outputDataRef", "dataOutputRefs", file.Refers(operation, "outMessageRef"), report);
        }
    }

    // The standard's schema wants a set here; what is written in practice is the data itself.
    private static void Bound(NotationFile file, XElement binding, string what, string refs, XElement? message, Report report)
    {
        var bound = file.Refers(binding, what);
        if (bound?.Name.LocalName is "inputSet" or "outputSet") bound = file.Find((string?)bound!.Element(Names.Model + refs));
        if (file.ItemOf(bound) is not { } held || file.ItemOf(message) is not { } carried || NotationFile.AreEquivalent(held, carried)) return;
        report.Error(binding, "bpmn.io-binding", $"{what} \"{NotationFile.IdOf(bound!)}\" thuộc kiểu \"{NotationFile.IdOf(held)}\", còn thông điệp của thao tác thuộc kiểu \"{NotationFile.IdOf(carried)}\".",
            $"The {what} \"{NotationFile.IdOf(bound!)}\" is of \"{NotationFile.IdOf(held)}\", but the operation's message is of \"{NotationFile.IdOf(carried)}\".");
    }
}
