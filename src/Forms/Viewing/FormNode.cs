using System.Globalization;
using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>One visible component as it stands at one set of answers: what a page draws, what is checked, what is summed up.</summary>
public sealed class FormNode
{
    readonly FormView _view;
    readonly FeelScope _scope;

    internal FormNode(FormView view, FormComponent component, string path, JsonNode? value, FeelScope scope) =>
        (_view, Component, Path, Value, _scope) = (view, component, path, value, scope);

    /// <summary>The component.</summary>
    public FormComponent Component { get; }

    /// <summary>The component when it holds a value, else null.</summary>
    public FormField? Field => Component as FormField;

    /// <summary>
    /// Where its value is, with indexes: <c>applicant.name</c>, <c>children[0].name</c>. It is the name of its input in HTML
    /// and the path of its problems. For a group the path of its data; empty where there is none.
    /// </summary>
    public string Path { get; }

    /// <summary>Its value; null when there is none, and for components without value. Not to be changed.</summary>
    public JsonNode? Value { get; }

    /// <summary>What a group holds, as far as it is visible; empty for other components and for lists.</summary>
    public IReadOnlyList<FormNode> Children { get; internal init; } = [];

    /// <summary>The items of a list; empty for other components.</summary>
    public IReadOnlyList<FormItem> Items { get; internal init; } = [];

    /// <summary>Whether people cannot change it: read-only or disabled.</summary>
    public bool IsLocked => Field is { } own && (own.Disabled || own.ReadOnly.In(_scope));

    /// <summary>Whether an answer must be given.</summary>
    public bool IsRequired => Field is { Disabled: false, Rules.Required: true };

    /// <summary>Whether several files may be given.</summary>
    public bool IsMultiple => Field?.Files is { } files && (files.MultipleExpression is null ? files.Multiple : files.MultipleExpression.Evaluate(_scope).AsBoolean == true);

    /// <summary>What a file field takes, as HTML's <c>accept</c>; empty: everything.</summary>
    public IReadOnlyList<string> Accept => Field?.Files is not { } files ? []
        : files.AcceptExpression is null ? files.Accept : FileKinds.Split(files.AcceptExpression.Evaluate(_scope).AsString ?? "");

    /// <summary>Smallest number, inclusive; null: none.</summary>
    public decimal? Min => Field?.Rules.Min?.In(_scope);

    /// <summary>Greatest number, inclusive; null: none.</summary>
    public decimal? Max => Field?.Rules.Max?.In(_scope);

    /// <summary>Fewest characters; null: none.</summary>
    public int? MinLength => Length(Field?.Rules.MinLength);

    /// <summary>Most characters, with <see cref="FormLimits"/> standing in; null for kinds that are no text.</summary>
    public int? MaxLength => Field?.Kind switch
    {
        FormKind.TextField => Length(Field.Rules.MaxLength) ?? FormLimits.TextField,
        FormKind.TextArea => Length(Field.Rules.MaxLength) ?? FormLimits.TextArea,
        _ => null,
    };

    /// <summary>The options of a field that has them.</summary>
    public IReadOnlyList<FormOption> Options => field ??= Field?.Options is { } options ? Resolve(options) : [];

    /// <summary>The label in a language.</summary>
    public string Label(string language) => FirstLine(Component.Label.In(language, _scope));

    /// <summary>The hint in a language; empty when there is none.</summary>
    public string Description(string language) => Component.Description.In(language, _scope);

    /// <summary>Words before the input.</summary>
    public string Prefix(string language) => Field?.Prefix.In(language, _scope) ?? "";

    /// <summary>Words after the input.</summary>
    public string Suffix(string language) => Field?.Suffix.In(language, _scope) ?? "";

    /// <summary>
    /// What a text component says: Markdown, in which answers are escaped; for an html component its words without tags. Empty for others.
    /// </summary>
    public string Text(string language) => Component switch
    {
        FormContent { Kind: FormKind.Text } content => content.Text.In(language, _scope, Words.EscapeMarkdown),
        FormContent { Kind: FormKind.Html } content => Words.OfHtml(content.Text.In(language, _scope, Words.EscapeHtml)),
        _ => "",
    };

    /// <summary>The rows of a table, one text per column; empty for other components.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => Component is FormContent { Rows: { } rows }
        ? [.. (rows.Evaluate(_scope).AsList ?? []).Select(row => Heads.Select(column => row[column.Key].ToText()).ToList())]
        : [];

    /// <summary>The rows of a table as people read them: dates, numbers and yes or no in the words of a language; empty for other components.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RowWords(string language) => Component is FormContent { Rows: { } rows }
        ? [.. (rows.Evaluate(_scope).AsList ?? []).Select(row => Heads.Select(column => Readable.Cell(row[column.Key], language)).ToList())]
        : [];

    /// <summary>The headings of a table; empty for other components.</summary>
    public IReadOnlyList<string> Columns(string language) => [.. Heads.Select(column => column.Label.In(language, _scope))];

    IReadOnlyList<FormColumn> Heads => field ??= Component is not FormContent content ? []
        : content.ColumnsExpression is null ? content.Columns
        : [.. (content.ColumnsExpression.Evaluate(_scope).AsList ?? []).Select(column => (Key: column["key"].AsString, Label: column["label"].AsString))
            .Where(column => column.Key is { Length: > 0 }).Select(column => new FormColumn(column.Key!, new FormText(FormTemplate.Plain(column.Label ?? column.Key!))))];

    /// <summary>The value as people read it (<c>22/11/2026</c>, labels of options, <c>1.234.567 đ</c>); empty when unanswered.</summary>
    public string ValueWords(string language) => Readable.Of(this, _view.Context, language);

    /// <summary>The value as an input shows it, also when it is wrong: what was typed.</summary>
    public string Typed => Field is { Kind: FormKind.Number } && ValueShape.Number(Value) is { } number
        ? VietnameseNumber.Write(number, grouped: Field.Meaning == FormMeaning.Money)
        : ValueShape.Text(Value) ?? (Value is JsonValue value ? value.ToJsonString() : "");

    /// <summary>Day, month, year and time as inputs of a date-time field show them, also when they are wrong.</summary>
    public TypedMoment Moment => TypedMoment.Of(Field?.Moment, Value, FormContext.OffsetOf(Context));

    /// <summary>Whether an option is chosen.</summary>
    public bool Has(FormOption option) => Value is JsonArray many
        ? many.Any(one => ValueShape.Same(one, option.Value)) : ValueShape.Same(Value, option.Value);

    internal FormContext? Context => _view.Context;

    /// <summary>The words of an option that was offered once and is not now: from the code lists that the field's options come from.</summary>
    internal string? FormerLabel(JsonNode? value, string language) => Field?.Options is not { } options || Context is null ? null
        : (options.ListName is { } name ? [name] : options.Expression?.Names.Select(path => path.Split('.', 2)[0]) ?? [])
            .SelectMany(list => Context.CodeLists[list]).FirstOrDefault(option => ValueShape.Same(option.Value, value))?.Label(language);

    internal JsonNode? Offer() => Field?.Prefill?.Evaluate(_scope).ToJson();

    /// <summary>Whether the field's own check says no; what cannot be told counts as yes.</summary>
    internal bool FailsCheck => Field?.Rules.Check?.Evaluate(_scope).AsBoolean == false;

    internal string OwnError(string language) => Field?.Error.In(language, _scope) ?? "";

    IReadOnlyList<FormOption> Resolve(FormOptions options)
    {
        if (options.Static is not null) return options.Static;
        if (options.ListName is not null)
        {
            if (_view.Context is null) return [];
            return _view.Context.CodeLists.Has(options.ListName) || _view.Context.Variables?[options.ListName] is not JsonArray list
                ? _view.Context.CodeLists.On(options.ListName, _view.Context.Today)
                : [.. list.Select(OptionShape.Read).OfType<FormOption>()];
        }
        return [.. (options.Expression!.Evaluate(_scope).AsList ?? []).Select(item => OptionShape.Read(item.ToJson())).OfType<FormOption>()];
    }

    int? Length(FormNumber? number) => number?.In(_scope) is { } length ? (int)Math.Clamp(length, 0, int.MaxValue) : null;

    static string FirstLine(string text) => text.Split('\n', 2)[0];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Component.Kind} {Path}");
}

/// <summary>One item of a list.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Path">Its path: <c>children[0]</c>.</param>
/// <param name="Nodes">What is visible in it.</param>
public sealed record FormItem(int Index, string Path, IReadOnlyList<FormNode> Nodes);
