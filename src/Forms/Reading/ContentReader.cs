namespace HaiDang.Forms.Reading;

/// <summary>Reads components that are only read by people.</summary>
internal static class ContentReader
{
    public static FormContent Read(Attributes attributes, string id, FormKind kind)
    {
        var content = new FormContent
        {
            Id = id,
            Kind = kind,
            Text = kind switch { FormKind.Text => attributes.Text("text"), FormKind.Html => attributes.Text("content"), _ => FormText.Empty },
        };
        return kind != FormKind.Table ? content : content with
        {
            Rows = attributes.Feel("dataSource"),
            Columns = Columns(attributes),
            ColumnsExpression = attributes.Raw("columnsExpression") is LocatedString { Value.Length: > 0 } ? attributes.Feel("columnsExpression") : null,
        };
    }

    /// <summary>A picture, a frame or a preview: pages say in words what it shows, with its condition; a warning tells the author.</summary>
    public static FormContent InWords(Attributes attributes, string id, string type)
    {
        attributes.Notes.Warning(attributes.Node.Offset, id, "form.in-words",
            $"Thành phần \"{type}\" chỉ được hiện bằng lời ({(type == "image" ? "alt" : "label")}) trên cổng; người dùng không thấy hình hay khung.",
            $"The component \"{type}\" is shown in words only ({(type == "image" ? "alt" : "label")}) in the portal; people see no picture and no frame.");
        return new() { Id = id, Kind = FormKind.Text, Text = attributes.Text(type == "image" ? "alt" : "label") };
    }

    static IReadOnlyList<FormColumn> Columns(Attributes attributes)
    {
        var columns = new List<FormColumn>();
        foreach (var item in attributes.List("columns") ?? [])
        {
            if (item is not LocatedObject node) continue;
            var column = new Attributes(node, attributes.Notes, attributes.Component);
            if (column.String("key") is { Length: > 0 } key)
                columns.Add(new(key, column.Text("label") is { IsEmpty: false } label ? label : new FormText(FormTemplate.Plain(key))));
        }
        return columns;
    }
}
