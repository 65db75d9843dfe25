namespace HaiDang.Ui;

/// <summary>Where a step stands on a way.</summary>
public enum Progress
{
    Done,
    Now,
    Next,

    /// <summary>The way ended here, otherwise than hoped: refused, withdrawn.</summary>
    Stopped,
}
