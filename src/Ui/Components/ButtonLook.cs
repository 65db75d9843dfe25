namespace HaiDang.Ui;

/// <summary>How much a button matters. A page has one primary button.</summary>
public enum ButtonLook
{
    /// <summary>The next step.</summary>
    Primary,

    /// <summary>Another way on.</summary>
    Second,

    /// <summary>Beside other things, as small as a link.</summary>
    Quiet,

    /// <summary>Cannot be undone, or refuses somebody something.</summary>
    Danger,

    /// <summary>Starts a service; with an arrow.</summary>
    Start,
}
