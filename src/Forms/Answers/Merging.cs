using System.Text.Json.Nodes;

namespace HaiDang.Forms;

/// <summary>Puts one page's values into the answers so far.</summary>
internal static class Merging
{
    public static JsonObject Into(IEnumerable<FormComponent> components, JsonObject? answers, JsonObject page)
    {
        var merged = answers is null ? [] : (JsonObject)answers.DeepClone();
        Put(components, page, merged, []);
        return merged;
    }

    static void Put(IEnumerable<FormComponent> level, JsonObject? page, JsonObject into, IReadOnlyList<string> prefix)
    {
        foreach (var component in level)
            if (component is FormGroup { IsList: false } group)
                Put(group.Components, AnswerTree.Inner(page, group.LocalPath), into, [.. prefix, .. group.LocalPath]);
            else if (component.LocalPath.Count > 0 && AnswerTree.TryGet(page, component.LocalPath, out var value))
                AnswerTree.Set(into, [.. prefix, .. component.LocalPath], value?.DeepClone());
    }
}
