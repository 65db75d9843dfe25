using System.Text;
using System.Text.Json;
using HaiDang.Forms.Reading;

namespace HaiDang.Forms;

/// <summary>Reads form-js schemas (bpmn.io form-js 1.23, schema versions up to 19).</summary>
public static class FormReader
{
    /// <summary>
    /// Reads a schema. Never throws for what the text says: what is wrong is in the diagnostics, all at once, and the form is
    /// null if any of them is an error. Text longer than <see cref="FormLimits.SchemaLength"/> or nested deeper than
    /// <see cref="FormLimits.SchemaDepth"/> is refused.
    /// </summary>
    /// <param name="json">The schema.</param>
    /// <param name="sourceName">The name that diagnostics carry, for example a path within a pack.</param>
    public static FormRead Read(string json, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(sourceName);
        if (json.Length > FormLimits.SchemaLength)
            return Refused(sourceName, 1, 1, "form.too-large",
                $"Biểu mẫu dài quá {FormLimits.SchemaLength} ký tự; hãy chia thành nhiều biểu mẫu.",
                $"The form is longer than {FormLimits.SchemaLength} characters; split it into several.");

        var utf8 = Encoding.UTF8.GetBytes(json);
        var lines = new LineMap(utf8);
        LocatedJson root;
        var failedAt = 0;
        try
        {
            root = LocatedJsonReader.Read(utf8, out failedAt);
        }
        catch (JsonException error)
        {
            var (line, column) = lines.At(failedAt);
            return Refused(sourceName, line, column, "form.json",
                $"Tệp không phải JSON hợp lệ ở gần đây ({error.Message}); hãy sửa hoặc xuất lại từ trình soạn biểu mẫu.",
                $"The file is no valid JSON near here ({error.Message}); mend it or export it again from the form editor.");
        }
        if (root is not LocatedObject schema)
        {
            var (line, column) = lines.At(root.Offset);
            return Refused(sourceName, line, column, "form.not-a-form",
                "Tệp phải chứa một đối tượng JSON có \"type\": \"default\" và \"components\".",
                "The file must hold a JSON object with \"type\": \"default\" and \"components\".");
        }

        var notes = new Notes(sourceName, lines);
        var form = SchemaReader.Read(schema, notes);
        var found = notes.InOrder();
        return new(found.Any(note => note.Severity == FormSeverity.Error) ? null : form, found);
    }

    static FormRead Refused(string source, int line, int column, string code, string vi, string en) =>
        new(null, [new(source, line, column, null, code, vi, en)]);
}
