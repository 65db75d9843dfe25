namespace HaiDang.Documents.Layout;

/// <summary>Size and distance of the lines of the content, within what the Decree allows (section II item 6 point e).</summary>
internal sealed record BodySetting(double Size, double Spacing)
{
    /// <summary>How a document is set.</summary>
    public static BodySetting Roomy { get; } = new(OfficialStyle.Body, OfficialStyle.LineSpacing);

    /// <summary>How it is set when that spares a last page with little on it.</summary>
    public static BodySetting Close { get; } = new(OfficialStyle.CloseBody, OfficialStyle.Single);
}
