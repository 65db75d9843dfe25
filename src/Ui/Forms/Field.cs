using HaiDang.Kernel;
using Microsoft.AspNetCore.Components;

namespace HaiDang.Ui;

/// <summary>What every field has: a name, a label, a hint, errors, and the ids that tie them together for a screen reader.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>The name under which it posts; problems are found by it.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public Text Label { get; set; }

    /// <summary>One sentence that helps to answer: what, where to find it, an example.</summary>
    [Parameter] public Text Hint { get; set; }

    /// <summary>Fields are required unless this says so; the label then says so too.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>The label is the title of the page (one question per page): it becomes the <c>h1</c>.</summary>
    [Parameter] public bool IsTitle { get; set; }

    /// <summary>Only when two forms of a page post the same name.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>A problem that no <see cref="PostForm"/> knows of.</summary>
    [Parameter] public Text Error { get; set; }

    [CascadingParameter] public FormProblems? Form { get; set; }

    protected internal string FieldId => Id ?? IdOf(Name);

    protected internal string HintId => FieldId + "-hint";

    protected internal string ErrorId => FieldId + "-error";

    protected internal IReadOnlyList<FieldWrong> Errors
    {
        get
        {
            var errors = Form?.Of(Name).Select(p => new FieldWrong(p.Sentence, p.Remedy)).ToList() ?? [];
            if (!Error.IsEmpty) errors.Insert(0, new(Error));
            return errors;
        }
    }

    protected internal bool Wrong => Errors.Count > 0;

    /// <summary>Value of <c>aria-invalid</c>: absent when all is well.</summary>
    protected string? Invalid => Wrong ? "true" : null;

    /// <summary>Value of <c>aria-describedby</c>: hint and error, whichever are there.</summary>
    protected string? DescribedBy => string.Join(' ', DescribingIds()) is { Length: > 0 } ids ? ids : null;

    /// <summary>The value to show: what was typed before the session ended, else what the page says.</summary>
    protected string? Shown(string? value, string part = "") => Form?.Again is { } again ? again.One(Name + part) ?? value : value;

    /// <summary>Whether a choice is shown as chosen, likewise.</summary>
    protected bool IsShown(string choice, bool chosen) => Form?.Again is { } again ? again.Has(Name, choice) : chosen;

    /// <summary>The id of the first control of a field, which the error summary leads to.</summary>
    public static string IdOf(string name) => "f-" + string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));

    protected virtual IEnumerable<string> DescribingIds()
    {
        if (!Hint.IsEmpty) yield return HintId;
        if (Wrong) yield return ErrorId;
    }
}

/// <summary>What is wrong at a field, and how to mend it.</summary>
public readonly record struct FieldWrong(Text Sentence, Text Remedy = default);
