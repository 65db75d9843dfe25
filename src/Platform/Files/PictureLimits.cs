namespace HaiDang.Platform.Files;

/// <summary>How large a picture may be once it is drawn. Read from its header, before anything is.</summary>
internal static class PictureLimits
{
    public const int LongestSide = 30_000;

    /// <summary>Half a gigabyte when drawn: the largest that telephones take is 108 million.</summary>
    public const long MostPixels = 120_000_000;

    public static FileFault? Fault(int width, int height) =>
        width <= 0 || height <= 0 ? new FileFault(FileProblems.Unreadable)
        : width > LongestSide || height > LongestSide || (long)width * height > MostPixels ? new FileFault(FileProblems.TooManyPixels, width, height)
        : null;
}
