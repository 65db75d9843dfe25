using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Forms;

namespace HaiDang.Cases.AnswerRequest;

/// <summary>The questions of a form that a request for more papers is about, and the answers to just these.</summary>
internal static class AskedQuestions
{
    /// <summary>
    /// The asked questions as they stand, in the form's order; a question inside a list stands for its whole list. A part without
    /// a question of its own is the form itself: then all questions are open. <paramref name="alsoPaths"/> adds what went wrong.
    /// </summary>
    public static IReadOnlyList<FormNode> Of(FormView view, ServiceDefinition service, SupplementRequest asked, IEnumerable<string>? alsoPaths = null)
    {
        var keys = asked.Parts.Select(a => service.Parts.FirstOrDefault(p => p.Id == a.Part) is { } part ? part.Field : a.Part).ToList();
        var paths = (alsoPaths ?? []).ToHashSet();
        var all = view.Pages.SelectMany(p => Questions(p.Nodes)).ToList();
        return keys.Contains(null) ? all : [.. all.Where(n => Fields(n).Any(f => keys.Contains(f.Field!.Key) || keys.Contains(f.Field.KeyPath) || paths.Contains(f.Path)))];
    }

    /// <summary>The answers with those of the given questions taken from what was posted; all others stay untouched.</summary>
    public static JsonObject Take(
        Form form, JsonObject answers, FormContext context, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, IReadOnlyList<FormNode> questions)
    {
        var view = form.At(answers, context);
        var taken = new JsonObject();
        foreach (var page in view.Pages)
        {
            var data = form.Read(posted, page.Page, context, answers).Data;
            foreach (var question in Questions(page.Nodes).Where(n => questions.Any(q => q.Path == n.Path)))
                Copy(data, taken, question.Path.Split('.'));
        }
        return form.Merge(answers, taken);
    }

    /// <summary>Fields and lists, out of the groups that hold them.</summary>
    private static IEnumerable<FormNode> Questions(IEnumerable<FormNode> nodes) => nodes.SelectMany(n =>
        n.Field is not null || n.Component.Kind == FormKind.DynamicList ? [n] : Questions(n.Children));

    private static IEnumerable<FormNode> Fields(FormNode node) =>
        node.Field is not null ? [node] : node.Children.Concat(node.Items.SelectMany(i => i.Nodes)).SelectMany(Fields);

    private static void Copy(JsonObject from, JsonObject to, ReadOnlySpan<string> path)
    {
        if (!from.TryGetPropertyValue(path[0], out var value)) return;
        if (path.Length == 1)
        {
            to[path[0]] = value?.DeepClone();
            return;
        }
        if (value is not JsonObject inner) return;
        if (to[path[0]] is not JsonObject) to[path[0]] = new JsonObject();
        Copy(inner, to[path[0]]!.AsObject(), path[1..]);
    }
}
