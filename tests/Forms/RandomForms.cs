using System.Text.Json.Nodes;

namespace HaiDang.Forms.Tests;

/// <summary>A form and answers to it.</summary>
sealed record RandomForm(JsonObject Schema, JsonObject Data);

/// <summary>Forms of every kind of field, with rules and conditions, and answers that may be right or wrong.</summary>
static class RandomForms
{
    /// <summary>A form of a few fields whose conditions look back (two steps at most: form-js evaluates twice), with answers of the right shape.</summary>
    public static RandomForm Next(Random random)
    {
        var components = new JsonArray();
        var data = new JsonObject();
        var group = components;
        string? path = null;
        for (var i = 0; i < 6; i++)
        {
            var key = $"f{i}";
            if (i == 3 && random.Next(2) == 0)
            {
                var holder = new JsonObject { ["type"] = "group", ["id"] = "g", ["label"] = "G", ["components"] = new JsonArray() };
                Maybe(random, 2, () => holder["conditional"] = Condition(random, i));
                Maybe(random, 2, () => holder["path"] = path = "held");
                components.Add((JsonNode)holder);
                group = holder["components"]!.AsArray();
            }
            var field = new JsonObject { ["id"] = key, ["key"] = key, ["label"] = "Ô" };
            var rules = new JsonObject { ["required"] = random.Next(2) == 0 };
            JsonNode? value;
            switch (random.Next(14))
            {
                case 0:
                    field["type"] = "textfield";
                    Maybe(random, 3, () => rules["minLength"] = 3);
                    Maybe(random, 3, () => rules["maxLength"] = random.Next(2) == 0 ? 5 : "=2 + 3");
                    Maybe(random, 4, () => rules["pattern"] = Pick(random, "^[a-z]+$", @"\d", "^x", "à"));
                    Maybe(random, 6, () => rules["validationType"] = "email");
                    value = Pick(random, "", "x", "yes", "abcdef", "a1", "Đà Nẵng", "lan@example.vn", "a@b", "  abc  ");
                    break;
                case 1:
                    field["type"] = "number";
                    Maybe(random, 3, () => rules["min"] = 3);
                    Maybe(random, 3, () => rules["max"] = "=10 / 2");
                    Maybe(random, 3, () => field["decimalDigits"] = random.Next(3));
                    Maybe(random, 3, () => field["increment"] = Pick<JsonNode>(random, 2, 0.5m, 0.1m));
                    value = Pick<JsonNode?>(random, null, 0, 3, 5, 5.5m, -2, 0.3m, 7.125m);
                    break;
                case 2:
                    field["type"] = "checkbox";
                    value = random.Next(2) == 0;
                    break;
                case 3:
                    field["type"] = Pick(random, "radio", "select");
                    field["values"] = JsonNode.Parse("""[{"label":"X","value":"x"},{"label":"Yes","value":"yes"},{"label":"5","value":5}]""");
                    value = Pick<JsonNode?>(random, null, "x", "yes", 5);
                    break;
                case 4:
                    field["type"] = "checklist";
                    field["values"] = JsonNode.Parse("""["x","yes"]""");
                    value = JsonNode.Parse(Pick(random, "[]", """["x"]""", """["x","yes"]"""));
                    break;
                case 5:
                    field["type"] = "datetime";
                    field["subtype"] = "date";
                    value = Pick<JsonNode?>(random, null, "2026-11-22", "1996-02-29");
                    break;
                case 6:
                    field["type"] = "textarea";
                    Maybe(random, 3, () => rules["maxLength"] = 12);
                    value = Pick(random, "", "x", "một\nhai", "a long text of several words");
                    break;
                case 7:
                    field["type"] = "taglist";
                    field["values"] = JsonNode.Parse("""["x","yes",5]""");
                    value = JsonNode.Parse(Pick(random, "[]", """["x"]""", """["yes",5]"""));
                    break;
                case 8:
                    field["type"] = "number";
                    field["serializeToString"] = true;
                    Maybe(random, 3, () => rules["min"] = "=1 + 2");
                    Maybe(random, 3, () => rules["max"] = 5);
                    Maybe(random, 3, () => field["decimalDigits"] = random.Next(3));
                    Maybe(random, 3, () => field["increment"] = Pick<JsonNode>(random, "0.5", 2));
                    value = Pick<JsonNode?>(random, null, "3", "5.50", "-2", "7.125", "123456789012345678");
                    break;
                case 9:
                    field["type"] = Pick(random, "radio", "select");
                    field["valuesExpression"] = Pick(random, "=[\"x\", \"yes\"]", "=for v in [\"x\", \"yes\"] return {label: \"L\" + v, value: v}", "=[{label: \"X\", value: \"x\"}, {label: \"Yes\", value: \"yes\"}]");
                    value = Pick<JsonNode?>(random, null, "x", "yes");
                    break;
                case 10:
                    field["type"] = "datetime";
                    field["subtype"] = "datetime";
                    field["timeSerializingFormat"] = Pick(random, "no_timezone", "utc_offset", "utc_normalized");
                    Maybe(random, 3, () => field["timeInterval"] = 30);
                    value = Pick<JsonNode?>(random, null, "2026-11-22T08:00") is { } local ? (string)field["timeSerializingFormat"]! switch { "utc_offset" => $"{local}+00:00", "utc_normalized" => $"{local}Z", _ => $"{local}" } : null;
                    break;
                case 11:
                    field["type"] = "textfield";
                    field["readonly"] = Pick<JsonNode>(random, true, "=f0 = \"x\"", false);
                    rules["validationType"] = "phone";
                    field["appearance"] = new JsonObject { ["prefixAdorner"] = "=\"+\"", ["suffixAdorner"] = "vnd" };
                    value = Pick(random, "", "+84912345678", "0912", "x");
                    break;
                case 12:
                    field["type"] = "textfield";
                    field["key"] = $"deep.{key}";
                    Maybe(random, 3, () => rules["pattern"] = "^x");
                    value = Pick(random, "", "x", "yes");
                    break;
                default:
                    field["type"] = "datetime";
                    field["subtype"] = "time";
                    field["timeSerializingFormat"] = "no_timezone";
                    value = Pick<JsonNode?>(random, null, "08:00", "23:45");
                    break;
            }
            field["validate"] = rules;
            Maybe(random, 5, () => field["disabled"] = true);
            if (i > 0) Maybe(random, 3, () => field["conditional"] = Condition(random, i));
            group.Add((JsonNode)field);
            if (field["disabled"] is null && random.Next(8) > 0)
            {
                var at = path is null || group == components ? data : Inner(data, path);
                ((string)field["key"]! == key ? at : Inner(at, "deep"))[key] = value;
            }
        }
        if (random.Next(3) == 0) List(random, components, data);
        if (random.Next(3) == 0)
            components.Add((JsonNode)new JsonObject { ["type"] = "expression", ["id"] = "e", ["key"] = "e", ["computeOn"] = Pick(random, "change", "presubmit"), ["expression"] = Pick(random, "=1 + 2", "=if f0 = \"x\" then \"a\" else \"b\"", "={n: [1, \"x\"]}") });
        return new(new() { ["type"] = "default", ["id"] = "f", ["schemaVersion"] = 19, ["components"] = components }, data);
    }

    static JsonObject Inner(JsonObject at, string name)
    {
        if (at[name] is not JsonObject inner) at[name] = inner = [];
        return inner;
    }

    static JsonObject Condition(Random random, int before) =>
        new() { ["hide"] = $"=f{random.Next(Math.Min(before, 2))} {Pick(random, "=", "!=")} {Pick(random, "\"x\"", "\"yes\"", "null", "true", "5", "\"\"")}" };

    static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)] is JsonNode node ? (T)(object)node.DeepClone() : values[random.Next(values.Length)];

    static void Maybe(Random random, int oneIn, Action act)
    {
        if (random.Next(oneIn) == 0) act();
    }

    /// <summary>Repeated fields, the second of which may hang on the first of the same item.</summary>
    static void List(Random random, JsonArray components, JsonObject data)
    {
        var first = new JsonObject { ["type"] = "textfield", ["id"] = "la", ["key"] = "la", ["label"] = "Ô", ["validate"] = new JsonObject { ["required"] = random.Next(2) == 0, ["maxLength"] = 4 } };
        var second = new JsonObject { ["type"] = "number", ["id"] = "lb", ["key"] = "lb", ["label"] = "Ô", ["validate"] = new JsonObject { ["required"] = random.Next(2) == 0, ["min"] = 3 } };
        Maybe(random, 2, () => second["conditional"] = new JsonObject { ["hide"] = "=this.la = \"x\"" });
        components.Add((JsonNode)new JsonObject { ["type"] = "dynamiclist", ["id"] = "l", ["path"] = "l", ["label"] = "L", ["allowAddRemove"] = true, ["defaultRepetitions"] = 1, ["components"] = new JsonArray(first, second) });
        data["l"] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => (JsonNode)new JsonObject { ["la"] = Pick(random, "", "x", "yes", "abcdef"), ["lb"] = Pick<JsonNode?>(random, null, 2, 3, 5.5m) })]);
    }
}
