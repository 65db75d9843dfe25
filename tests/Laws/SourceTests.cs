using System.Text.RegularExpressions;

namespace HaiDang.Laws.Tests;

/// <summary>What no source file may hold.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] MayLookAtTheClock = ["src/Cli/WallClock.cs", "src/Kernel/Uuid.cs"];

    [Fact]
    public void Nobody_looks_at_the_clock_on_the_wall()
    {
        var wrong = from file in House.Files("src", "*.cs").Concat(House.Files("src", "*.razor"))
                    let path = Path.GetRelativePath(House.Root, file)
                    where !MayLookAtTheClock.Contains(path)
                    from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
                    where WallClock().IsMatch(line.Text) && !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    select $"{path}:{line.Number}: {line.Text.Trim()}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Pages_hold_neither_inline_style_nor_inline_script()
    {
        var wrong = from file in House.Files("src", "*.razor")
                    from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
                    where Inline().IsMatch(line.Text)
                    select $"{Path.GetRelativePath(House.Root, file)}:{line.Number}: {line.Text.Trim()}";
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bSystemClock\.Instance\b|\bGuid\.(NewGuid|CreateVersion7)\(")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\sstyle=""|\son(click|load|submit|change|input)=""|<style\b|<script(?![^>]*\bsrc=)", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
