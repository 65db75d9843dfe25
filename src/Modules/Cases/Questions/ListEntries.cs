using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Forms;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Cases.Questions;

/// <summary>The buttons under a repeating question: one entry more, or this one fewer. Only lists that the page shows can be changed.</summary>
internal static class ListEntries
{
    public const string Add = "add-item", Remove = "remove-item";

    public static bool Asked(IFormCollection posted) => posted.ContainsKey(Add) || posted.ContainsKey(Remove);

    /// <summary>Whether it is this list that is to be changed.</summary>
    public static bool Asked(IFormCollection posted, string list) =>
        posted[Add] == list || posted[Remove].ToString().StartsWith($"{list}[", StringComparison.Ordinal);

    /// <summary>Changes the answers, and gives the files that are left: those of a removed entry go with it, those of later ones move up.</summary>
    public static ImmutableList<CaseFile> Change(FormView view, JsonObject answers, ImmutableList<CaseFile> files, IFormCollection posted)
    {
        var lists = view.Pages.SelectMany(p => Lists(p.Nodes)).ToList();
        if (lists.Find(l => l.Path == posted[Add]) is { Items.Count: < FormLimits.Items } longer) EntriesOf(answers, longer).Add(new JsonObject());
        if (lists.Find(l => l.Items.Any(i => i.Path == posted[Remove])) is not { } shorter) return files;
        var removed = shorter.Items.ToList().FindIndex(i => i.Path == posted[Remove]);
        EntriesOf(answers, shorter).RemoveAt(removed);
        return Moved(files, shorter, removed);
    }

    /// <summary>The entry to show after the change: the new one, or what now stands in the place of the removed one.</summary>
    public static string Place(FormView view, IFormCollection posted) =>
        view.Pages.SelectMany(p => Lists(p.Nodes)).FirstOrDefault(l => l.Path == posted[Add])?.Items is [.., var last] ? last.Path : posted[Remove].ToString();

    private static ImmutableList<CaseFile> Moved(ImmutableList<CaseFile> files, FormNode list, int removed)
    {
        var gone = list.Items[removed].Path + ".";
        files = files.RemoveAll(f => f.Field.StartsWith(gone, StringComparison.Ordinal));
        for (var i = removed + 1; i < list.Items.Count; i++)
        {
            var (from, to) = (list.Items[i].Path + ".", list.Items[i - 1].Path + ".");
            files = [.. files.Select(f => f.Field.StartsWith(from, StringComparison.Ordinal) ? f with { Field = to + f.Field[from.Length..] } : f)];
        }
        return files;
    }

    private static IEnumerable<FormNode> Lists(IEnumerable<FormNode> nodes) => nodes.SelectMany(n =>
        Lists(n.Children.Concat(n.Items.SelectMany(i => i.Nodes))).Concat(n.Component is FormGroup { IsList: true, AllowAddRemove: true } ? [n] : []));

    /// <summary>The list in the answers, with as many entries as the page shows.</summary>
    private static JsonArray EntriesOf(JsonObject answers, FormNode list)
    {
        var holder = answers;
        var steps = list.Path.Split('.');
        foreach (var step in steps[..^1]) holder = Inner(holder, step);
        if (holder[steps[^1]] is not JsonArray entries) holder[steps[^1]] = entries = [];
        while (entries.Count < list.Items.Count) entries.Add(new JsonObject());
        return entries;
    }

    /// <summary>A group or an entry on the way; what the page showed and nobody answered yet comes to be.</summary>
    private static JsonObject Inner(JsonObject holder, string step)
    {
        var bracket = step.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            if (holder[step] is not JsonObject inner) holder[step] = inner = [];
            return inner;
        }
        var (name, index) = (step[..bracket], int.Parse(step[(bracket + 1)..^1], CultureInfo.InvariantCulture));
        if (holder[name] is not JsonArray list) holder[name] = list = [];
        while (list.Count <= index) list.Add(new JsonObject());
        if (list[index] is not JsonObject entry) list[index] = entry = [];
        return entry;
    }
}
