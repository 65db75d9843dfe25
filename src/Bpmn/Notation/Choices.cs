using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>Attributes that have one of a few values (BPMN 2.0, the XML schemas of chapters 8 to 13).</summary>
internal static class Choices
{
    private static readonly (string Attribute, string[] On, string[] Values)[] all =
    [
        ("behavior", ["multiInstanceLoopCharacteristics"], ["All", "One", "None", "Complex"]),
        ("gatewayDirection", ["exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway", "eventBasedGateway"], ["Unspecified", "Converging", "Diverging", "Mixed"]),
        ("eventGatewayType", ["eventBasedGateway"], ["Exclusive", "Parallel"]),
        ("ordering", ["adHocSubProcess"], ["Parallel", "Sequential"]),
        ("processType", ["process"], ["None", "Public", "Private"]),
        ("associationDirection", ["association"], ["None", "One", "Both"]),
        ("itemKind", ["itemDefinition"], ["Information", "Physical"]),
    ];

    public static void Check(NotationFile file, Report report)
    {
        foreach (var (attribute, on, values) in all)
            foreach (var x in file.All(on))
                if (((string?)x.Attribute(attribute))?.Trim() is { } written && !values.Contains(written))
                    report.Error(x, "bpmn.not-a-choice", $"{attribute}=\"{written}\" của \"{NotationFile.Title(x)}\" phải là một trong: {string.Join(", ", values)}.",
                        $"{attribute}=\"{written}\" of \"{NotationFile.Title(x)}\" must be one of {string.Join(", ", values)}.");
    }
}
