using System.Text.RegularExpressions;

namespace HaiDang.Conformance.Bpmn;

/// <summary>
/// The kit's models were written for engines of several languages: their conditions and the words of their scripts are placeholders. They
/// are put into FEEL, and into a language of the kit's own, as its README says that a host may.
/// </summary>
internal static partial class KitDialect
{
    public static string InFeel(string xml)
    {
        xml = Not().Replace(xml, "not(contains(test, $1))");
        xml = Contains().Replace(xml, "contains(test, $1)");
        xml = Placeholder().Replace(xml, "$1");
        xml = PlainCondition().Replace(xml, "$1 xsi:type=\"tFormalExpression\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
        return Script().Replace(xml, "$1 scriptFormat=\"text/x-kit-word\"$2>");
    }

    [GeneratedRegex("!test\\.contains\\((\"\\w\")\\)")]
    private static partial Regex Not();

    [GeneratedRegex("test\\.contains\\((\"\\w\")\\)>?")]
    private static partial Regex Contains();

    [GeneratedRegex("\\$\\{(\\w+)\\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("(<(?:\\w+:)?conditionExpression)>")]
    private static partial Regex PlainCondition();

    [GeneratedRegex("(<(?:\\w+:)?(?:globalScriptTask|scriptTask)\\b(?![^>]*scriptFormat))([^>]*)>")]
    private static partial Regex Script();
}
