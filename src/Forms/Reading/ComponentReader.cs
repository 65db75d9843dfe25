using System.Text.RegularExpressions;

namespace HaiDang.Forms.Reading;

/// <summary>Reads the tree of components.</summary>
internal sealed partial class ComponentReader(Notes notes)
{
    static readonly Dictionary<string, FormKind> Kinds = new(StringComparer.Ordinal)
    {
        ["textfield"] = FormKind.TextField, ["textarea"] = FormKind.TextArea, ["number"] = FormKind.Number,
        ["datetime"] = FormKind.DateTime, ["select"] = FormKind.Select, ["radio"] = FormKind.Radio,
        ["checkbox"] = FormKind.Checkbox, ["checklist"] = FormKind.Checklist, ["taglist"] = FormKind.TagList,
        ["filepicker"] = FormKind.FilePicker, ["expression"] = FormKind.Expression, ["group"] = FormKind.Group,
        ["dynamiclist"] = FormKind.DynamicList, ["text"] = FormKind.Text, ["html"] = FormKind.Html,
        ["spacer"] = FormKind.Spacer, ["separator"] = FormKind.Separator, ["table"] = FormKind.Table, ["button"] = FormKind.Button,
    };

    readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    int _count;
    int _lists;

    public Dictionary<string, int> Offsets { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<FormComponent> ReadAll(IEnumerable<LocatedJson> items, string parentPath)
    {
        var components = new List<FormComponent>();
        foreach (var item in items)
        {
            if (++_count == FormLimits.Components + 1)
                notes.Error(item.Offset, null, "form.too-many-components",
                    $"Biểu mẫu có quá {FormLimits.Components} thành phần; hãy chia nhỏ.", $"The form has more than {FormLimits.Components} components; split it.");
            if (_count > FormLimits.Components) break;
            if (item is not LocatedObject node)
                notes.Error(item.Offset, null, "form.attribute", "Mỗi thành phần phải là một đối tượng {…}.", "Each component must be an object {…}.");
            else if (Read(node, parentPath) is { } component)
                components.Add(component);
        }
        return components;
    }

    FormComponent? Read(LocatedObject node, string parentPath)
    {
        var name = (node["id"] as LocatedString)?.Value ?? (node["key"] as LocatedString)?.Value ?? (node["path"] as LocatedString)?.Value;
        var attributes = new Attributes(node, notes, name);
        if (node.Members.GroupBy(member => member.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            notes.Error(twice.Last().Offset, name, "form.attribute", $"\"{twice.Key}\" được ghi hai lần; hãy giữ một.", $"\"{twice.Key}\" is given twice; keep one.");
        if (attributes.String("type") is not { } type)
        {
            notes.Error(node.Offset, name, "form.unknown-type", "Thành phần thiếu \"type\".", "The component lacks \"type\".");
            return null;
        }
        var inWords = type is "image" or "iframe" or "documentPreview";
        if (!Kinds.TryGetValue(type, out var kind) && !inWords)
        {
            notes.Error(attributes.At("type"), name, "form.unknown-type",
                $"Không có loại thành phần \"{type}\" trong form-js 1.23.", $"form-js 1.23 has no component of type \"{type}\".");
            return null;
        }

        var id = Id(attributes, type);
        attributes = new(node, notes, id);
        Offsets[id] = node.Offset;
        FormComponent component = inWords ? ContentReader.InWords(attributes, id, type) : kind switch
        {
            FormKind.Group or FormKind.DynamicList => Group(attributes, id, kind, parentPath),
            FormKind.Text or FormKind.Html or FormKind.Spacer or FormKind.Separator or FormKind.Table or FormKind.Button => ContentReader.Read(attributes, id, kind),
            _ => FieldReader.Read(attributes, id, kind, Path(attributes, "key", required: true), parentPath),
        };
        var (line, column) = notes.At(node.Offset);
        return component with
        {
            Label = kind == FormKind.DateTime ? MomentLabel(attributes) : attributes.Text("label"),
            Description = attributes.Text("description"),
            HideWhen = attributes.Inner("conditional")?.Condition("hide"),
            Properties = Properties(attributes),
            Line = line,
            Column = column,
        };
    }

    FormGroup Group(Attributes attributes, string id, FormKind kind, string parentPath)
    {
        var list = kind == FormKind.DynamicList;
        var local = Path(attributes, "path", required: list);
        var path = Join(parentPath, local);
        var given = attributes.List("components") ?? [];
        var isAddress = !list && given.Count == 0 && attributes.Inner("properties")?.String(FormProperty.Kind) == FormMeaning.Address;
        _lists += list ? 1 : 0;
        var components = isAddress
            ? AddressParts.At(notes.At(attributes.Node.Offset), ReadAll(AddressParts.Of(id, _lists > 0 ? "this" + string.Concat(local.Select(part => "." + part)) : path, attributes.Inner("validate")?.Bool("required") == true, attributes.Inner("properties")?.String(FormProperty.Prefill)), path))
            : ReadAll(given, path);
        _lists -= list ? 1 : 0;
        return new()
        {
            Id = id, Kind = kind, LocalPath = local, KeyPath = path,
            Components = components,
            DefaultItems = list ? attributes.Whole("defaultRepetitions", 0, FormLimits.Items) ?? 1 : 1,
            AllowAddRemove = attributes.Bool("allowAddRemove", true),
        };
    }

    /// <summary>A date-time field has a label per part; the first that is there names the field.</summary>
    static FormText MomentLabel(Attributes attributes) =>
        new[] { "label", "dateLabel", "timeLabel" }.Select(attributes.Text).FirstOrDefault(text => !text.IsEmpty) ?? FormText.Empty;

    string Id(Attributes attributes, string type)
    {
        var id = attributes.String("id");
        if (id is null)
        {
            var wanted = attributes.String("key") ?? attributes.String("path") ?? $"{type}-{_count}";
            for (var n = 2; !_ids.Add(id = n == 2 ? wanted : $"{wanted}-{n - 1}"); n++) { }
            return id;
        }
        if (!_ids.Add(id))
            notes.Error(attributes.At("id"), id, "form.id-twice", $"Mã \"{id}\" đã dùng cho thành phần khác.", $"Another component already has the id \"{id}\".");
        return id;
    }

    IReadOnlyList<string> Path(Attributes attributes, string attribute, bool required)
    {
        var text = attributes.String(attribute);
        if (string.IsNullOrEmpty(text))
        {
            if (required)
                notes.Error(attributes.Node.Offset, attributes.Component, "form.key-missing",
                    $"Thiếu \"{attribute}\": tên mà câu trả lời được lưu.", $"\"{attribute}\" is missing: the name under which the answer is kept.");
            return required ? [attributes.Component ?? "unnamed"] : [];
        }
        var segments = text.Split('.');
        if (!segments.All(segment => Segment().IsMatch(segment)))
            notes.Error(attributes.At(attribute), attributes.Component, "form.key-invalid",
                $"\"{text}\" không dùng được làm tên: chỉ dùng chữ, số, gạch dưới, bắt đầu bằng chữ, các phần cách nhau bằng dấu chấm.",
                $"\"{text}\" cannot be a name: use letters, digits and underscores, begin with a letter, part by dots.");
        return segments;
    }

    IReadOnlyDictionary<string, string> Properties(Attributes attributes)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (attributes.Inner("properties") is not { } inner) return properties;
        foreach (var member in inner.Node.Members)
        {
            if (inner.String(member.Name) is { } value) properties[member.Name] = CleanText.Normal(value);
            if (member.Name.StartsWith("haidang:", StringComparison.Ordinal) && !FormProperty.All.Contains(member.Name))
                notes.Warning(member.Offset, inner.Component, "form.unknown-property",
                    $"Không có thuộc tính \"{member.Name}\"; có: {string.Join(", ", FormProperty.All)}.",
                    $"There is no property \"{member.Name}\"; there are {string.Join(", ", FormProperty.All)}.");
        }
        return properties;
    }

    public static string Join(string parent, IReadOnlyList<string> local) =>
        local.Count == 0 ? parent : parent.Length == 0 ? string.Join('.', local) : $"{parent}.{string.Join('.', local)}";

    [GeneratedRegex(@"\A[\p{L}_][\p{L}\p{M}\p{Nd}_]*\z")]
    private static partial Regex Segment();
}
