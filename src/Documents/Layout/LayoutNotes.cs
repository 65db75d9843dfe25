namespace HaiDang.Documents.Layout;

/// <summary>Collects what layout could not show as it was written, each text element once.</summary>
internal sealed class LayoutNotes
{
    private readonly HashSet<string> missing = [];
    private readonly List<DocumentDiagnostic> notes = [];

    public IReadOnlyList<DocumentDiagnostic> All => notes;

    public void Missing(string element)
    {
        if (!missing.Add(element)) return;
        var codes = string.Join(' ', element.EnumerateRunes().Select(r => $"U+{r.Value:X4}"));
        notes.Add(new DocumentDiagnostic("", 0, 0, "document.missing-letter",
            $"Phông chữ không có ký tự “{element}” ({codes}); bản in thay bằng dấu �. Hãy bỏ hoặc viết lại bằng chữ.",
            $"The typeface has no letter for “{element}” ({codes}); a � is drawn in its place. Leave it out or write it in words."));
    }

    public void Add(string code, string vi, string en)
    {
        if (notes.All(n => n.En != en)) notes.Add(new DocumentDiagnostic("", 0, 0, code, vi, en));
    }
}
