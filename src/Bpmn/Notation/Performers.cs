using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Rules about who performs (BPMN 2.0 §10.3.1, table 10.5).</summary>
internal static class Performers
{
    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All("resourceRole", "performer", "humanPerformer", "potentialOwner"))
        {
            if (x.Element(Names.Model + "resourceParameterBinding") is { } binding && x.Element(Names.Model + "resourceRef") is null)
                report.Error(binding, "bpmn.incomplete", $"{x.Name.LocalName} của \"{NotationFile.Title(x.Parent!)}\" gán tham số (resourceParameterBinding) nhưng không có resourceRef. Hãy ghi resourceRef hoặc bỏ tham số.",
                    $"The {x.Name.LocalName} of \"{NotationFile.Title(x.Parent!)}\" binds parameters but has no resourceRef. Write a resourceRef, or remove the resourceParameterBinding.");
            if (x.Element(Names.Model + "resourceRef") is not null && x.Element(Names.Model + "resourceAssignmentExpression") is not null)
                report.Error(x, "bpmn.performer-twice", $"{x.Name.LocalName} của \"{NotationFile.Title(x.Parent!)}\" ghi cả resourceRef và resourceAssignmentExpression. Hãy giữ một.",
                    $"The {x.Name.LocalName} of \"{NotationFile.Title(x.Parent!)}\" has both a resourceRef and a resourceAssignmentExpression. Keep one of the two.");
        }
    }
}
