using System.Text;
using System.Text.Json.Nodes;

namespace HaiDang.Forms.Reading;

/// <summary>The fields of an address, which a group of that meaning need not write out.</summary>
internal static class AddressParts
{
    const string Wards = "wards", Ward = "Phường, xã, đặc khu", Written = "Phường, xã (cả quận, huyện nếu có)";

    static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["province"] = "Province or city", ["ward"] = "Ward or commune", ["wardName"] = "Ward or commune (with its district, if any)", ["street"] = "House number, street, hamlet",
    };

    /// <summary>
    /// The fields as form-js would have them. The ward is chosen once the province is known; where the list <c>wards</c> has none for it
    /// (<c>parent</c> is the province), or there is no such list, it is written.
    /// </summary>
    /// <param name="id">The group's id, from which theirs are made.</param>
    /// <param name="path">How FEEL in the group reaches its answers.</param>
    /// <param name="required">Whether all must be answered.</param>
    /// <param name="offered">FEEL that gives another address, whose parts are offered; null: none is.</param>
    public static IReadOnlyList<LocatedJson> Of(string id, string path, bool required, string? offered)
    {
        var province = path.Length == 0 ? "province" : $"{path}.province";
        var listed = $"count({Wards}[item.parent = {province}]) > 0";
        var fields = new JsonArray(
            Field("select", "province", "Tỉnh, thành phố", "valuesKey", "provinces"),
            Field("select", "ward", Ward, "valuesExpression", $"={Wards}[item.parent = {province}]", $"=if {province} = null or {Wards} = null then true else not({listed})"),
            Field("textfield", "wardName", Written, null, null, $"=if {Wards} = null then false else if {province} = null then true else {listed}"),
            Field("textfield", "street", "Số nhà, đường, thôn", null, null));
        return ((LocatedArray)LocatedJsonReader.Read(Encoding.UTF8.GetBytes(fields.ToJsonString()), out _)).Items;

        JsonObject Field(string type, string key, string label, string? attribute, string? value, string? hide = null)
        {
            var rules = new JsonObject { ["required"] = required };
            if (type == "textfield") rules["maxLength"] = 200;
            var field = new JsonObject { ["type"] = type, ["id"] = $"{id}-{key}", ["key"] = key, ["label"] = label, ["validate"] = rules };
            if (attribute is not null) field[attribute] = value;
            if (offered is not null) field["properties"] = new JsonObject { [FormProperty.Prefill] = $"({offered}).{key}" };
            if (hide is not null) field["conditional"] = new JsonObject { ["hide"] = hide };
            return field;
        }
    }

    /// <summary>The fields with their English and the place of their group, which is where their author looks.</summary>
    public static IReadOnlyList<FormComponent> At((int Line, int Column) place, IReadOnlyList<FormComponent> fields) =>
    [
        .. fields.Select(field => field with
        {
            Label = field.Label.WithEnglish(FormTemplate.Plain(English[((FormField)field).Key])), Line = place.Line, Column = place.Column,
        }),
    ];
}
