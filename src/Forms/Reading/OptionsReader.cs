namespace HaiDang.Forms.Reading;

/// <summary>Reads where a field's options come from.</summary>
internal static class OptionsReader
{
    public static FormOptions Read(Attributes attributes)
    {
        // The order of form-js: a key wins over values in the schema, these over an expression.
        if (attributes.String("valuesKey") is { Length: > 0 } name) return new(null, name, null);
        if (attributes.Raw("values") is not null) return new(Static(attributes), null, null);
        if (attributes.Raw("valuesExpression") is not null && attributes.Feel("valuesExpression") is { } expression) return new(null, null, expression);
        if (attributes.Raw("valuesExpression") is null)
            attributes.Notes.Error(attributes.Node.Offset, attributes.Component, "form.options",
                "Thiếu lựa chọn: hãy cho \"values\", \"valuesKey\" hoặc \"valuesExpression\".",
                "There are no options: give \"values\", \"valuesKey\" or \"valuesExpression\".");
        return new([], null, null);
    }

    static IReadOnlyList<FormOption> Static(Attributes attributes)
    {
        var options = new List<FormOption>();
        foreach (var item in attributes.List("values") ?? [])
        {
            var option = OptionShape.Read(item.ToNode());
            if (option is null)
                attributes.Notes.Error(item.Offset, attributes.Component, "form.options",
                    "Mỗi lựa chọn cần \"value\" và \"label\".", "Each option needs a \"value\" and a \"label\".");
            else if (options.Any(other => other.Posted == option.Posted))
                attributes.Notes.Error(item.Offset, attributes.Component, "form.options",
                    $"Giá trị \"{option.Posted}\" có hai lần.", $"The value \"{option.Posted}\" is there twice.");
            else
                options.Add(option);
        }
        return options;
    }
}
