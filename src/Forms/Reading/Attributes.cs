using System.Globalization;
using HaiDang.Feel;

namespace HaiDang.Forms.Reading;

/// <summary>The attributes of one object of a schema, read by type; what has another type becomes a diagnostic.</summary>
internal sealed class Attributes(LocatedObject node, Notes notes, string? component)
{
    public LocatedObject Node => node;

    public Notes Notes => notes;

    public string? Component => component;

    public LocatedJson? Raw(string name) => node[name] is LocatedNull ? null : node[name];

    public int At(string name) => node.Members.LastOrDefault(member => member.Name == name)?.Offset ?? node.Offset;

    public Attributes? Inner(string name) => Raw(name) switch
    {
        null => null,
        LocatedObject inner => new(inner, notes, component),
        _ => Wrong<Attributes>(name, "một đối tượng {…}", "an object {…}"),
    };

    public IReadOnlyList<LocatedJson>? List(string name) => Raw(name) switch
    {
        null => null,
        LocatedArray array => array.Items,
        _ => Wrong<IReadOnlyList<LocatedJson>>(name, "một danh sách […]", "a list […]"),
    };

    public string? String(string name) => Raw(name) switch
    {
        null => null,
        LocatedString text => text.Value,
        LocatedNumber number => number.Text,
        _ => Wrong<string>(name, "một chuỗi ký tự", "a string"),
    };

    public bool Bool(string name, bool otherwise = false)
    {
        switch (Raw(name))
        {
            case null: return otherwise;
            case LocatedBoolean flag: return flag.Value;
            default:
                Wrong<string>(name, "true hoặc false", "true or false");
                return otherwise;
        }
    }

    public decimal? Number(string name)
    {
        switch (Raw(name))
        {
            case null: return null;
            case LocatedNumber { Value: { } value }: return value;
            case LocatedString { Value: "" }: return null;
            case LocatedString text when decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value): return value;
            default:
                Wrong<string>(name, "một số", "a number");
                return null;
        }
    }

    public int? Whole(string name, int least, int most)
    {
        var number = Number(name);
        if (number is null) return null;
        if (number == decimal.Truncate(number.Value) && number >= least && number <= most) return (int)number;
        Wrong<string>(name, $"một số nguyên từ {least} đến {most}", $"a whole number from {least} to {most}");
        return null;
    }

    public FormNumber? NumberOrFeel(string name)
    {
        if (Raw(name) is LocatedString text && text.Value.StartsWith('='))
            return Feel(name, text.Value[1..]) is { } expression ? new(null, expression) : null;
        return Number(name) is { } number ? new(number, null) : null;
    }

    public FormFlag FlagOrCondition(string name) =>
        Raw(name) is LocatedString text && text.Value.StartsWith('=')
            ? Condition(name) is { } condition ? new(false, condition) : FormFlag.No
            : new(Bool(name), null);

    /// <summary>FEEL that must follow a <c>=</c>; null when there is none or it is wrong.</summary>
    public FeelExpression? Feel(string name)
    {
        if (String(name) is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        if (text.StartsWith('=')) return Feel(name, text[1..]);
        notes.Error(At(name), component, "form.feel",
            $"\"{name}\" phải là biểu thức FEEL bắt đầu bằng dấu \"=\"; hãy thêm dấu \"=\" ở đầu.",
            $"\"{name}\" must be FEEL that begins with \"=\"; put a \"=\" before it.");
        return null;
    }

    /// <summary>FEEL whose <c>=</c> may be left out, as the project's own properties have it.</summary>
    public FeelExpression? BareFeel(string name) =>
        String(name) is { } text && !string.IsNullOrWhiteSpace(text) ? Feel(name, text.TrimStart('=')) : null;

    public FormText Text(string name)
    {
        if (String(name) is not { Length: > 0 } text) return FormText.Empty;
        var problems = new List<FeelDiagnostic>();
        var template = FormTemplate.Read(CleanText.Normal(text), problems);
        foreach (var problem in problems) Feel(name, problem);
        return new(template);
    }

    public FormCondition? Condition(string name)
    {
        if (String(name) is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        if (!text.StartsWith('='))
        {
            Feel(name);
            return null;
        }
        var problems = new List<FeelDiagnostic>();
        var condition = FormCondition.Read(text, problems);
        foreach (var problem in problems) Feel(name, problem);
        return condition;
    }

    public T? Wrong<T>(string name, string vi, string en) where T : class
    {
        notes.Error(At(name), component, "form.attribute", $"\"{name}\" phải là {vi}.", $"\"{name}\" must be {en}.");
        return null;
    }

    FeelExpression? Feel(string name, string text)
    {
        var parse = FeelExpression.Parse(text);
        if (parse.Value is null) foreach (var problem in parse.Diagnostics) Feel(name, problem);
        return parse.Value;
    }

    void Feel(string name, FeelDiagnostic problem) =>
        notes.Error(At(name), component, "form.feel",
            $"FEEL trong \"{name}\" (dòng {problem.Line}, cột {problem.Column}): {problem.Vi}",
            $"FEEL in \"{name}\" (line {problem.Line}, column {problem.Column}): {problem.En}");
}
