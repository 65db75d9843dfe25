using System.Text.Json.Nodes;

namespace HaiDang.Forms;

/// <summary>
/// Derives JSON Schema (draft 2020-12) from a form. It says what can be said without evaluating conditions: a field that may be hidden
/// is not required, limits given by FEEL are left out. Lengths count surrounding blanks here, which the form itself does not.
/// </summary>
internal static class JsonSchema
{
    public static JsonObject Of(Form form)
    {
        var schema = Object();
        Level(form.Components, schema, mayHide: false);
        RequireInner(schema);
        return new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:haidang:form:" + Uri.EscapeDataString(form.Id),
            ["type"] = "object",
            ["properties"] = schema["properties"]!.DeepClone(),
            ["required"] = schema["required"]!.DeepClone(),
            ["additionalProperties"] = false,
        };
    }

    static JsonObject Object() => new() { ["type"] = "object", ["properties"] = new JsonObject(), ["required"] = new JsonArray(), ["additionalProperties"] = false };

    static void Level(IEnumerable<FormComponent> level, JsonObject at, bool mayHide)
    {
        foreach (var component in level)
        {
            var hides = mayHide || component.HideWhen is not null;
            switch (component)
            {
                case FormField { Disabled: true }:
                    break;
                case FormField field:
                    Place(at, field.LocalPath, Field(field), field.Rules.Required && !hides && field.Kind is not (FormKind.Expression or FormKind.FilePicker));
                    break;
                case FormGroup { IsList: true } list:
                    var item = Object();
                    Level(list.Components, item, mayHide: false);
                    Place(at, list.LocalPath, new()
                    {
                        ["type"] = "array", ["maxItems"] = FormLimits.Items, ["items"] = item,
                    }, required: false);
                    break;
                case FormGroup group:
                    Level(group.Components, Open(at, group.LocalPath), hides);
                    break;
            }
        }
    }

    static void Place(JsonObject at, IReadOnlyList<string> path, JsonObject schema, bool required)
    {
        var holder = Open(at, [.. path.Take(path.Count - 1)]);
        holder["properties"]![path[^1]] = schema;
        if (required) Require(holder, path[^1]);
    }

    static JsonObject Open(JsonObject at, IReadOnlyList<string> path)
    {
        foreach (var segment in path)
        {
            if (at["properties"]![segment] is not JsonObject next) at["properties"]![segment] = next = Object();
            at = next;
        }
        return at;
    }

    static void Require(JsonObject at, string name)
    {
        var required = at["required"]!.AsArray();
        if (!required.Any(one => one!.GetValue<string>() == name)) required.Add((JsonNode)name);
    }

    /// <summary>An object within which something is always required is required itself.</summary>
    static void RequireInner(JsonObject at)
    {
        foreach (var (name, value) in at["properties"]!.AsObject())
        {
            if (value is not JsonObject inner || !inner.ContainsKey("properties")) continue;
            RequireInner(inner);
            if (inner["required"]!.AsArray().Count > 0) Require(at, name);
        }
    }

    static JsonObject Field(FormField field)
    {
        var schema = Shape(field);
        if (!field.Label.IsEmpty && !field.Label.HasFeel) schema["title"] = field.Label.Vi;
        return schema;
    }

    static JsonObject Shape(FormField field)
    {
        var rules = field.Rules;
        var schema = new JsonObject();
        switch (field.Kind)
        {
            case FormKind.TextField or FormKind.TextArea:
                schema["type"] = "string";
                var least = rules.MinLength?.Value ?? (rules.Required ? 1 : 0);
                if (least > 0 && rules.Required) schema["minLength"] = (int)least;
                schema["maxLength"] = (int)(rules.MaxLength?.Value ?? (field.Kind == FormKind.TextField ? FormLimits.TextField : FormLimits.TextArea));
                if (rules.Pattern is not null && rules.Required) schema["pattern"] = rules.Pattern;
                if (field.Meaning == FormMeaning.IdentityNumber && rules.Required) schema["pattern"] = "^[0-9]{12}$";
                if (field.Meaning == FormMeaning.Email && rules.Required) schema["format"] = "email";
                return schema;
            case FormKind.Number when field.NumberAsText:
                schema["type"] = Nullable("string", rules.Required);
                schema["pattern"] = "^-?[0-9]+([.][0-9]+)?$";
                return schema;
            case FormKind.Number:
                schema["type"] = Nullable(rules.DecimalDigits == 0 ? "integer" : "number", rules.Required);
                if (rules.Min?.Value is { } min) schema["minimum"] = min;
                if (rules.Max?.Value is { } max) schema["maximum"] = max;
                if (rules.Step is { } step) schema["multipleOf"] = step;
                return schema;
            case FormKind.Checkbox:
                if (rules.Required) schema["const"] = true;
                else schema["type"] = "boolean";
                return schema;
            case FormKind.DateTime:
                schema["type"] = Nullable("string", rules.Required);
                if (field.Moment!.Part == FormMomentPart.Date) schema["format"] = "date";
                return schema;
            case FormKind.Select or FormKind.Radio:
                if (field.Options?.Static is { } one) schema["enum"] = new JsonArray([.. one.Select(option => option.Value.DeepClone()), .. rules.Required ? [] : new JsonNode?[] { null }]);
                return schema;
            case FormKind.Checklist or FormKind.TagList:
                schema["type"] = "array";
                schema["maxItems"] = FormLimits.Values;
                if (rules.Required) schema["minItems"] = 1;
                if (field.Options?.Static is { } many) schema["items"] = new JsonObject { ["enum"] = new JsonArray([.. many.Select(option => option.Value.DeepClone())]) };
                return schema;
            case FormKind.FilePicker:
                // The host may hold the files itself, so that the value stays null.
                schema["type"] = Nullable("array", required: false);
                schema["items"] = new JsonObject { ["type"] = "string" };
                return schema;
            default:
                return schema;
        }
    }

    static JsonNode Nullable(string type, bool required) => required ? JsonValue.Create(type) : new JsonArray(type, "null");
}
