using System.Text;
using System.Text.Json.Nodes;

namespace HaiDang.Forms.Reading;

/// <summary>The fields of an address, which a group of that meaning need not write out.</summary>
internal static class AddressParts
{
    static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["province"] = "Province or city", ["ward"] = "Ward or commune", ["street"] = "House number, street, hamlet",
    };

    /// <summary>The fields as form-js would have them.</summary>
    /// <param name="id">The group's id, from which theirs are made.</param>
    /// <param name="path">How FEEL in the group reaches its answers.</param>
    /// <param name="required">Whether all must be answered.</param>
    public static IReadOnlyList<LocatedJson> Of(string id, string path, bool required)
    {
        var rules = new JsonObject { ["required"] = required };
        var fields = new JsonArray(
            Field("select", "province", "Tỉnh, thành phố", "valuesKey", "provinces"),
            Field("select", "ward", "Phường, xã, đặc khu", "valuesExpression", path.Length == 0 ? "=wards[item.province = province]" : $"=wards[item.province = {path}.province]"),
            Field("textfield", "street", "Số nhà, đường, thôn", "validate", new JsonObject { ["required"] = required, ["maxLength"] = 200 }));
        return ((LocatedArray)LocatedJsonReader.Read(Encoding.UTF8.GetBytes(fields.ToJsonString()), out _)).Items;

        JsonObject Field(string type, string key, string label, string attribute, JsonNode value) =>
            new() { ["type"] = type, ["id"] = $"{id}-{key}", ["key"] = key, ["label"] = label, ["validate"] = rules.DeepClone(), [attribute] = value };
    }

    public static IReadOnlyList<FormComponent> WithEnglish(IReadOnlyList<FormComponent> fields) =>
        [.. fields.Select(field => field with { Label = field.Label.WithEnglish(FormTemplate.Plain(English[((FormField)field).Key])) })];
}
