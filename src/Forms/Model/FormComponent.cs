using HaiDang.Feel;

namespace HaiDang.Forms;

/// <summary>The kinds of component that are carried; the names are form-js's own.</summary>
public enum FormKind
{
    /// <summary>One line of text.</summary>
    TextField,
    /// <summary>Several lines of text.</summary>
    TextArea,
    /// <summary>A decimal number.</summary>
    Number,
    /// <summary>A date, a time, or both (<see cref="FormField.Moment"/>).</summary>
    DateTime,
    /// <summary>One of several options, from a drop-down.</summary>
    Select,
    /// <summary>One of several options, all shown.</summary>
    Radio,
    /// <summary>Yes or no.</summary>
    Checkbox,
    /// <summary>Any of several options, all shown.</summary>
    Checklist,
    /// <summary>Any of several options, chosen by search.</summary>
    TagList,
    /// <summary>One or several files.</summary>
    FilePicker,
    /// <summary>A value computed from other answers; not shown.</summary>
    Expression,
    /// <summary>Components that belong together; a page when at the top.</summary>
    Group,
    /// <summary>Components repeated once per item.</summary>
    DynamicList,
    /// <summary>Markdown to read.</summary>
    Text,
    /// <summary>HTML, of which only the words are carried.</summary>
    Html,
    /// <summary>Empty room.</summary>
    Spacer,
    /// <summary>A line across.</summary>
    Separator,
    /// <summary>Rows and columns to read.</summary>
    Table,
    /// <summary>A button; pages have their own, so it is only carried.</summary>
    Button,
}

/// <summary>One component of a form. Immutable.</summary>
public abstract record FormComponent
{
    /// <summary>Identifier within the form; derived from key or place when the schema has none.</summary>
    public required string Id { get; init; }

    /// <summary>Its kind.</summary>
    public required FormKind Kind { get; init; }

    /// <summary>What it is called; empty for spacers and the like.</summary>
    public FormText Label { get; init; } = FormText.Empty;

    /// <summary>A hint below the label.</summary>
    public FormText Description { get; init; } = FormText.Empty;

    /// <summary>When it is hidden; null: never by itself (a hidden container hides all within).</summary>
    public FormCondition? HideWhen { get; init; }

    /// <summary>The custom properties of the schema (<c>properties</c>).</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>Path of its data without indexes (<c>children.name</c>); empty for components without data of their own.</summary>
    public string KeyPath { get; init; } = "";

    /// <summary>Line in the schema, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Column in the schema, from 1.</summary>
    public int Column { get; init; }

    /// <summary>Path within the enclosing group or item, in segments.</summary>
    internal IReadOnlyList<string> LocalPath { get; init; } = [];
}

/// <summary>A component that holds others: a group or a dynamic list.</summary>
public sealed record FormGroup : FormComponent
{
    /// <summary>What it holds, in order.</summary>
    public required IReadOnlyList<FormComponent> Components { get; init; }

    /// <summary>Whether its content is repeated once per item; its data is then a list.</summary>
    public bool IsList => Kind == FormKind.DynamicList;

    /// <summary>Whether it is an address: its data then has <c>province</c>, <c>ward</c> or <c>wardName</c>, and <c>street</c>.</summary>
    public bool IsAddress => !IsList && Properties.GetValueOrDefault(FormProperty.Kind) == FormMeaning.Address;

    /// <summary>How many empty items a list begins with.</summary>
    public int DefaultItems { get; init; } = 1;

    /// <summary>Whether people may add and remove items.</summary>
    public bool AllowAddRemove { get; init; } = true;
}

/// <summary>A component that is only read: text, html, spacer, separator, table, button.</summary>
public sealed record FormContent : FormComponent
{
    /// <summary>Markdown of a text, plain words of an html component.</summary>
    public FormText Text { get; init; } = FormText.Empty;

    /// <summary>Rows of a table; null for other kinds.</summary>
    public FeelExpression? Rows { get; init; }

    /// <summary>Columns of a table (key of a row's entry, heading); empty when <see cref="ColumnsExpression"/> gives them.</summary>
    public IReadOnlyList<FormColumn> Columns { get; init; } = [];

    /// <summary>FEEL that gives the columns of a table as a list of contexts with <c>key</c> and <c>label</c>, or null.</summary>
    public FeelExpression? ColumnsExpression { get; init; }
}

/// <summary>One column of a table.</summary>
/// <param name="Key">The entry of each row that it shows.</param>
/// <param name="Label">Its heading.</param>
public sealed record FormColumn(string Key, FormText Label);
