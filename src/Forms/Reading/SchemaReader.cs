namespace HaiDang.Forms.Reading;

/// <summary>Reads the root of a schema and cuts it into pages.</summary>
internal static class SchemaReader
{
    public static Form Read(LocatedObject schema, Notes notes)
    {
        var root = new Attributes(schema, notes, null);
        if (root.String("type") is not "default")
            notes.Error(root.At("type"), null, "form.not-a-form",
                "Biểu mẫu form-js phải có \"type\": \"default\".", "A form-js form must have \"type\": \"default\".");
        var version = root.Whole("schemaVersion", 1, int.MaxValue) ?? 1;
        if (version > FormLimits.SchemaVersion)
            notes.Error(root.At("schemaVersion"), null, "form.schema-version",
                $"Phiên bản lược đồ {version} mới hơn bản đọc được ({FormLimits.SchemaVersion}); hãy xuất lại bằng form-js 1.23 trở xuống.",
                $"Schema version {version} is newer than can be read ({FormLimits.SchemaVersion}); export it with form-js 1.23 or older.");
        if (root.Raw("components") is null)
            notes.Error(schema.Offset, null, "form.not-a-form", "Thiếu danh sách \"components\".", "The list \"components\" is missing.");

        var tree = new ComponentReader(notes);
        var components = tree.ReadAll(root.List("components") ?? [], "");
        PathClaims.Check(components, tree.Offsets, notes);
        Circles.Check(components, tree.Offsets, notes);
        return new(root.String("id") ?? "form", version, components, notes.Source);
    }
}
