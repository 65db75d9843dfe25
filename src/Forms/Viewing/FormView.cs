using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>
/// A form as it stands at one set of answers: what is visible, with texts, options and limits computed. Made by <see cref="Form.At"/>;
/// several questions about the same answers are best asked of one view.
/// </summary>
public sealed class FormView
{
    readonly Visibility _visibility;

    internal FormView(Form form, JsonObject? answers, FormContext? context)
    {
        Form = form;
        Context = context;
        _visibility = new(form, answers, context);
        Pages = [.. form.Pages.Select(Page).OfType<FormPageView>()];
    }

    /// <summary>The form.</summary>
    public Form Form { get; }

    /// <summary>The visible pages in order; a page on which nothing is to be answered or read is not among them.</summary>
    public IReadOnlyList<FormPageView> Pages { get; }

    /// <summary>The visible fields, items of lists included, in order of their pages. Expression fields are not among them.</summary>
    public IReadOnlyList<FormNode> Fields => field ??= [.. Pages.SelectMany(page => page.Fields)];

    /// <summary>
    /// All answers completed with defaults, hidden ones too: what a draft keeps, so that changing one's mind loses nothing. Not to be changed.
    /// </summary>
    public JsonObject Answers => _visibility.Initial;

    /// <summary>What is submitted: answers of visible fields that are not disabled, with computed values. A new object each time.</summary>
    public JsonObject Submitted() => AnswerTree.Keep(Form.Components, _visibility.Initial, (component, at) =>
        component is not FormField { Disabled: true } && !_visibility.IsHidden(component, at));

    internal FormContext? Context { get; }

    /// <summary>Every component whose containers are visible, with the scope of its FEEL and its answer; of one that is hidden, its condition alone counts.</summary>
    internal IEnumerable<(FormComponent Component, FeelScope Scope, JsonNode? Value)> Reached => _visibility.Reached();

    FormPageView? Page(FormPage page)
    {
        if (page.Group is { } hidden && _visibility.IsHidden(hidden, Indexes.None)) return null;
        var path = page.Group?.KeyPath ?? "";
        var nodes = Nodes(page.Components, _visibility.Scopes.Root, AnswerTree.Inner(_visibility.Initial, page.Group?.LocalPath ?? []), path, Indexes.None);
        var label = page.Group is null ? null : new FormNode(this, page.Group, path, null, _visibility.Scopes.Root.Scope);
        return nodes.Any(Speaks) ? new(page, label, nodes) : null;
    }

    static bool Speaks(FormNode node) => node.Component switch
    {
        FormField => true,
        FormContent content => content.Kind is FormKind.Text or FormKind.Html or FormKind.Table,
        FormGroup { IsList: true } => true,
        _ => node.Children.Any(Speaks),
    };

    IReadOnlyList<FormNode> Nodes(IEnumerable<FormComponent> level, Scoped scope, JsonObject? answers, string path, Indexes at)
    {
        var nodes = new List<FormNode>();
        foreach (var component in level)
        {
            if (component.Kind == FormKind.Expression || _visibility.IsHidden(component, at)) continue;
            var own = FormPath.Join(path, component.LocalPath);
            switch (component)
            {
                case FormGroup { IsList: true } list:
                    var items = AnswerTree.TryGet(answers, list.LocalPath, out var found) && found is JsonArray array ? array : [];
                    nodes.Add(new(this, list, own, items, scope.Scope)
                    {
                        Items = [.. items.Select((item, i) => new FormItem(i, FormPath.Item(own, i),
                            Nodes(list.Components, _visibility.Scopes.Item(scope, item, i), item as JsonObject, FormPath.Item(own, i), at.And(i))))],
                    });
                    break;
                case FormGroup group:
                    nodes.Add(new(this, group, own, null, scope.Scope)
                    {
                        Children = Nodes(group.Components, scope, AnswerTree.Inner(answers, group.LocalPath), own, at),
                    });
                    break;
                default:
                    AnswerTree.TryGet(answers, component.LocalPath, out var value);
                    nodes.Add(new(this, component, component is FormField ? own : "", component is FormField ? value : null, scope.Scope));
                    break;
            }
        }
        return nodes;
    }
}

/// <summary>A visible page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Group">The group that it is, with its label; null for an implied page.</param>
/// <param name="Nodes">What is visible on it, in order.</param>
public sealed record FormPageView(FormPage Page, FormNode? Group, IReadOnlyList<FormNode> Nodes)
{
    /// <summary>The page's identifier.</summary>
    public string Id => Page.Id;

    /// <summary>The visible fields on it, items of lists included, in order.</summary>
    public IReadOnlyList<FormNode> Fields => [.. Flatten(Nodes).Where(node => node.Field is not null)];

    /// <summary>The visible tables on it, those in items of lists too, in order.</summary>
    public IReadOnlyList<FormNode> Tables => [.. Flatten(Nodes).Where(node => node.Component.Kind == FormKind.Table)];

    /// <summary>The page's label; that of its only field where it has no own; empty where there is neither.</summary>
    public string Label(string language) =>
        Group?.Label(language) is { Length: > 0 } label ? label
        : Nodes.Where(node => node.Field is not null).ToList() is [var only] ? only.Label(language) : "";

    /// <summary>All nodes, groups and lists included, in order.</summary>
    internal static IEnumerable<FormNode> Flatten(IEnumerable<FormNode> nodes) => nodes.SelectMany(node =>
        Flatten(node.Children).Concat(node.Items.SelectMany(item => Flatten(item.Nodes))).Prepend(node));
}

/// <summary>Paths with indexes, as HTML names and problems carry them.</summary>
internal static class FormPath
{
    public static string Join(string path, IReadOnlyList<string> local) => Reading.ComponentReader.Join(path, local);

    public static string Item(string path, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}[{index}]");
}
