namespace HaiDang.Ui;

public enum NoticeLook
{
    Info,

    /// <summary>Something was done.</summary>
    Success,

    /// <summary>Something waits for this person, or may go wrong.</summary>
    Warning,

    /// <summary>Something went wrong.</summary>
    Danger,
}
