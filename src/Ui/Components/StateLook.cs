using HaiDang.Kernel;

namespace HaiDang.Ui;

/// <summary>How a state looks: always an icon and a word, and a colour beside them.</summary>
public enum StateLook
{
    OnTime,
    DueSoon,
    Overdue,

    /// <summary>The clock is stopped while somebody else must act.</summary>
    Paused,
    Done,
    Refused,
    Draft,

    /// <summary>Under way or just come; says nothing of time.</summary>
    Now,
}

internal static class StateLooks
{
    private static readonly LocalText[] Words =
    [
        new("Đúng hạn", "On time"),
        new("Sắp đến hạn", "Due soon"),
        new("Quá hạn", "Overdue"),
        new("Tạm dừng", "Paused"),
        new("Đã xong", "Done"),
        new("Từ chối", "Refused"),
        new("Bản nháp", "Draft"),
        new("Đang xử lý", "In progress"),
    ];

    private static readonly Glyph[] Glyphs =
        [Glyph.Clock, Glyph.Hourglass, Glyph.Alert, Glyph.Pause, Glyph.Check, Glyph.CrossCircle, Glyph.Pencil, Glyph.ArrowRight];

    private static readonly string[] Classes = ["on-time", "due-soon", "overdue", "paused", "done", "refused", "draft", "now"];

    public static LocalText WordsOf(StateLook state) => Words[(int)state];

    public static Glyph GlyphOf(StateLook state) => Glyphs[(int)state];

    public static string ClassOf(StateLook state) => Classes[(int)state];
}
