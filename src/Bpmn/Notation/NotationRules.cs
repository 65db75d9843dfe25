using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>
/// Rules about what the standard writes beside the flow: data, items, operations, performers. The interpreter does not perform these
/// (zeebe extension elements say what is performed), but a file that gets them wrong contradicts itself and is refused.
/// </summary>
internal static class NotationRules
{
    public static void Check(XElement root, Report report)
    {
        var file = new NotationFile(root);
        References.Check(file, report);
        RequiredParts.Check(file, report);
        Choices.Check(file, report);
        FormalExpressions.Check(file, report);
        DataItems.Check(file, report);
        DataSets.Check(file, report);
        DataAssociations.Check(file, report);
        EventData.Check(file, report);
        TaskData.Check(file, report);
        CallData.Check(file, report);
        LoopData.Check(file, report);
        Performers.Check(file, report);
        ConversationLinks.Check(file, report);
    }
}
