using System.Text.Json.Nodes;
using HaiDang.Forms;

namespace HaiDang.Cases.Examples;

/// <summary>
/// What the form can ask and did not ask stands in an example's answers as null: FEEL reads both alike, and only a key that the form
/// does not have comes out as a slip.
/// </summary>
internal static class NeverAsked
{
    public static void Fill(JsonObject answers, Form form)
    {
        foreach (var path in form.Fields.Keys) Fill(answers, path.Split('.'));
    }

    private static void Fill(JsonObject group, ReadOnlySpan<string> path)
    {
        if (!group.TryGetPropertyValue(path[0], out var value)) group[path[0]] = null;
        else if (path.Length > 1 && value is JsonObject inner) Fill(inner, path[1..]);
        else if (path.Length > 1 && value is JsonArray list)
            foreach (var item in list.OfType<JsonObject>()) Fill(item, path[1..]);
    }
}
