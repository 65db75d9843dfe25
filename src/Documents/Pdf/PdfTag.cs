namespace HaiDang.Documents.Pdf;

/// <summary>
/// An element of the logical structure (ISO 32000-1 §14.7), of one of the standard types (§14.8.4). Its kids are elements, pieces of
/// page content and annotations, in reading order.
/// </summary>
internal sealed class PdfTag(string type)
{
    private readonly List<object> kids = [];

    /// <summary>The standard structure type, for example <c>P</c>.</summary>
    public string Type { get; } = type;

    /// <summary>What a reader says in place of a figure.</summary>
    public string? Alt { get; init; }

    /// <summary>Attributes of the element's own kind, for example the scope of a table header.</summary>
    public PdfDict? Attributes { get; init; }

    /// <summary>Kids in reading order: <see cref="PdfTag"/>, <see cref="PdfMark"/> or <see cref="PdfRef"/> to an annotation.</summary>
    public IReadOnlyList<object> Kids => kids;

    /// <summary>Adds an element below this one and returns it.</summary>
    public PdfTag Add(PdfTag child)
    {
        kids.Add(child);
        return child;
    }

    /// <summary>Adds an element of a type below this one and returns it.</summary>
    public PdfTag Add(string type) => Add(new PdfTag(type));

    public void Add(PdfMark mark) => kids.Add(mark);

    public void Add(PdfLink link) => kids.Add(link);
}

/// <summary>A piece of marked content on a page (both numbers from 0).</summary>
internal sealed record PdfMark(int Page, int Number);

/// <summary>A place on a page that leads to an address; coordinates in points from the lower left.</summary>
internal sealed record PdfLink(int Page, string Address, double Left, double Bottom, double Right, double Top, PdfTag Tag);
