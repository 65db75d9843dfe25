namespace HaiDang.Ui;

/// <summary>A file that is already kept.</summary>
/// <param name="Id">What the remove button posts.</param>
/// <param name="Name">Its name as its owner gave it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Href">Where it is shown; null when it cannot be shown.</param>
public sealed record FileItem(string Id, string Name, long Bytes, string? Href = null);
