namespace HaiDang.Forms;

/// <summary>One page of a form: a group at the top, or a run of components between such groups.</summary>
/// <param name="Id">The group's id; <c>page-1</c>, <c>page-2</c>, … for runs.</param>
/// <param name="Group">The group, with label and condition; null for a run.</param>
/// <param name="Components">What is on it, in order.</param>
public sealed record FormPage(string Id, FormGroup? Group, IReadOnlyList<FormComponent> Components)
{
    /// <summary>The page's label; empty for a run.</summary>
    public FormText Label => Group?.Label ?? FormText.Empty;

    /// <summary>The fields on it, those within groups and lists included, in order.</summary>
    public IReadOnlyList<FormField> Fields => [.. Form.All(Components).OfType<FormField>()];

    internal static IReadOnlyList<FormPage> Cut(IReadOnlyList<FormComponent> components)
    {
        var taken = components.Select(component => component.Id).ToHashSet(StringComparer.Ordinal);
        var pages = new List<FormPage>();
        var run = new List<FormComponent>();
        var runs = 0;
        foreach (var component in components)
            if (component is FormGroup { IsList: false } group)
            {
                EndRun();
                pages.Add(new(group.Id, group, group.Components));
            }
            else
            {
                run.Add(component);
            }
        EndRun();
        return pages;

        void EndRun()
        {
            if (run.Any(component => component.Kind is not (FormKind.Button or FormKind.Spacer or FormKind.Separator or FormKind.Expression)))
            {
                string id;
                do id = $"page-{++runs}"; while (taken.Contains(id));
                pages.Add(new(id, null, [.. run]));
            }
            run.Clear();
        }
    }
}
