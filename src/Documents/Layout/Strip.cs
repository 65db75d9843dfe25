using HaiDang.Documents.Pdf;

namespace HaiDang.Documents.Layout;

/// <summary>A piece of a page across its whole width that no page break cuts.</summary>
/// <param name="Height">Height in points.</param>
/// <param name="Draw">Draws it, with its upper edge at the given height of the page.</param>
internal sealed record Strip(double Height, Action<PdfCanvas, double> Draw)
{
    /// <summary>White above it, dropped at the top of a page.</summary>
    public double Gap { get; init; }

    /// <summary>Whether the next strip must stand on the same page.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Whether it begins a new page and a new count of pages, as an appendix does.</summary>
    public bool BeginsPage { get; init; }

    /// <summary>Strips that are repeated above it when it comes first on a page.</summary>
    public IReadOnlyList<Strip> Repeated { get; init; } = [];

    /// <summary>Draws what closes it at the lower edge of a page when its like goes on overleaf; gets the height of that edge.</summary>
    public Action<PdfCanvas, double>? Close { get; init; }

    /// <summary>Draws what opens it at the upper edge of a page when its like began before; gets the height of that edge.</summary>
    public Action<PdfCanvas, double>? Reopen { get; init; }
}
