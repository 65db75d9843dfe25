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
        return kind == FormKind.Table ? content with { Rows = attributes.Feel("dataSource"), Columns = Columns(attributes) } : content;
    }

    static IReadOnlyList<FormColumn> Columns(Attributes attributes)
    {
        if (attributes.Raw("columnsExpression") is not null)
            attributes.Notes.Error(attributes.At("columnsExpression"), attributes.Component, "form.unsupported-attribute",
                "Cột tính bằng biểu thức chưa dùng được; hãy liệt kê \"columns\".", "Computed columns cannot be used here; list the \"columns\".");
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
