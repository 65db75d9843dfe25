using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Rules about the data and operations of service, send, receive and script tasks (BPMN 2.0 §10.3.3, tables 10.11 to 10.13).</summary>
internal static class TaskData
{
    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All("serviceTask")) Service(file, x, report);
        foreach (var x in file.All("sendTask")) Message(file, x, "dataInput", "inputSet", "inMessageRef", report);
        foreach (var x in file.All("receiveTask"))
        {
            Message(file, x, "dataOutput", "outputSet", "inMessageRef", report);
            if (((string?)x.Attribute("instantiate"))?.Trim() is "true" or "1" && file.All("sequenceFlow").Any(f => file.Refers(f, "targetRef") == x))
                report.Error(x, "bpmn.instantiate", $"Việc nhận \"{NotationFile.Title(x)}\" khởi tạo quy trình (instantiate) nên không được có luồng vào. Hãy bỏ luồng hoặc bỏ instantiate.",
                    $"The receive task \"{NotationFile.Title(x)}\" begins the process (instantiate), so no flow leads to it. Remove the flow or instantiate.");
        }
        foreach (var x in file.All("scriptTask").Where(x => !string.IsNullOrWhiteSpace((string?)x.Element(Names.Model + "script")) && string.IsNullOrWhiteSpace((string?)x.Attribute("scriptFormat"))))
            report.Error(x, "bpmn.script-format", $"Script của \"{NotationFile.Title(x)}\" không ghi ngôn ngữ (scriptFormat). Hãy dùng FEEL (zeebe:script) hoặc ghi scriptFormat.",
                $"The script of \"{NotationFile.Title(x)}\" does not say its language (scriptFormat). Use FEEL (zeebe:script) or write scriptFormat.");
    }

    /// <summary>A service task with an operation has exactly one input for the message that goes in, and at most one output for the one that comes back.</summary>
    private static void Service(NotationFile file, XElement x, Report report)
    {
        if (file.Refers(x, "operationRef") is not { Name.LocalName: "operation" } operation) return;
        var io = NotationFile.Specification(x);
        if (io is null || io.Elements(Names.Model + "inputSet").Count() != 1 || io.Elements(Names.Model + "dataInput").Count() != 1)
            Count(io ?? x, x, "một inputSet với một dataInput", "exactly one inputSet with one dataInput", report);
        else Same(file, io.Element(Names.Model + "dataInput")!, file.Refers(operation, "inMessageRef"), report);
        if (io is null) return;
        var outputs = io.Elements(Names.Model + "dataOutput").ToList();
        if (io.Elements(Names.Model + "outputSet").Count() > 1 || outputs.Count > 1) Count(io, x, "nhiều nhất một outputSet với một dataOutput", "at most one outputSet with one dataOutput", report);
        else if (outputs is [var output]) Same(file, output, file.Refers(operation, "outMessageRef"), report);
    }

    /// <summary>A send or receive task has at most one set with one piece of data, and that is of the message's item.</summary>
    private static void Message(NotationFile file, XElement x, string data, string set, string operationMessage, Report report)
    {
        var message = file.Refers(x, "messageRef");
        if (file.Refers(x, "operationRef") is { Name.LocalName: "operation" } operation && message is not null
            && file.Refers(operation, operationMessage) is { } other && other != message)
            report.Error(x, "bpmn.operation-message", $"\"{NotationFile.Title(x)}\" dùng thông điệp \"{NotationFile.Title(message)}\" nhưng thao tác của nó dùng \"{NotationFile.Title(other)}\". Hãy chọn cùng một thông điệp.",
                $"\"{NotationFile.Title(x)}\" uses the message \"{NotationFile.Title(message)}\", but its operation uses \"{NotationFile.Title(other)}\". Choose one message.");
        if (NotationFile.Specification(x) is not { } io) return;
        var items = io.Elements(Names.Model + data).ToList();
        if (io.Elements(Names.Model + set).Count() > 1 || items.Count > 1) Count(io, x, $"nhiều nhất một {set} với một {data}", $"at most one {set} with one {data}", report);
        else if (items is [var item]) Same(file, item, message, report);
    }

    private static void Count(XElement at, XElement x, string vi, string en, Report report) =>
        report.Error(at, "bpmn.task-data", $"\"{NotationFile.Title(x)}\" phải có {vi}.", $"\"{NotationFile.Title(x)}\" must have {en}.");

    private static void Same(NotationFile file, XElement item, XElement? message, Report report)
    {
        if (message is null || file.ItemOf(message) is not { } carried) return;
        if (file.ItemOf(item) is { } held && NotationFile.AreEquivalent(held, carried)) return;
        report.Error(item, "bpmn.data-item", $"{item.Name.LocalName} \"{NotationFile.IdOf(item)}\" phải thuộc cùng kiểu với thông điệp \"{NotationFile.Title(message)}\" (\"{NotationFile.IdOf(carried)}\").",
            $"The {item.Name.LocalName} \"{NotationFile.IdOf(item)}\" must be of the same item as the message \"{NotationFile.Title(message)}\" (\"{NotationFile.IdOf(carried)}\").");
    }
}
