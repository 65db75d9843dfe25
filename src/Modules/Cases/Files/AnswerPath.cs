using System.Globalization;
using System.Text.Json.Nodes;

namespace HaiDang.Cases.Files;

/// <summary>Finds a place in answers by the path of its question: <c>papers.identity</c>, <c>children[0].certificate</c>.</summary>
internal static class AnswerPath
{
    public static JsonNode? Find(JsonObject answers, string path)
    {
        JsonNode? at = answers;
        foreach (var step in Steps(path)) at = Of(at, step);
        return at;
    }

    /// <summary>Sets a value, making groups on the way but no items of lists; null takes it away.</summary>
    public static void Set(JsonObject answers, string path, JsonNode? value)
    {
        var steps = Steps(path).ToList();
        JsonNode? at = answers;
        foreach (var step in steps.Take(steps.Count - 1))
        {
            var next = Of(at, step);
            if (next is null && value is not null && at is JsonObject group && step is string name) group[name] = next = new JsonObject();
            at = next;
        }
        if (at is not JsonObject holder || steps[^1] is not string last) return;
        if (value is null) holder.Remove(last);
        else holder[last] = value;
    }

    private static JsonNode? Of(JsonNode? at, object step) => (at, step) switch
    {
        (JsonObject group, string name) => group[name],
        (JsonArray list, int index) when index < list.Count => list[index],
        _ => null,
    };

    /// <summary>Names and, for items of lists, their indexes.</summary>
    private static IEnumerable<object> Steps(string path)
    {
        foreach (var part in path.Split('.'))
        {
            var pieces = part.Split('[');
            yield return pieces[0];
            foreach (var index in pieces.Skip(1)) yield return int.Parse(index.TrimEnd(']'), CultureInfo.InvariantCulture);
        }
    }
}
