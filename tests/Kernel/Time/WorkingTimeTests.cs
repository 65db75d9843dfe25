using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Kernel.Tests.Time;

public sealed class WorkingTimeTests
{
    [Theory]
    [InlineData("P3D", 3, 0)]
    [InlineData("PT4H", 0, 240)]
    [InlineData("P1DT4H", 1, 240)]
    [InlineData("PT90M", 0, 90)]
    [InlineData("P0D", 0, 0)]
    [InlineData("P10DT1H30M", 10, 90)]
    public void Reads_ISO_8601(string text, int days, int minutes)
    {
        var read = WorkingTime.Parse(text).Value;
        Assert.Equal(days, read.Days);
        Assert.Equal(Duration.FromMinutes(minutes), read.Hours);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3D")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1W")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P-1D")]
    [InlineData("P1.5D")]
    [InlineData("PT4H3H")]
    [InlineData("PT3M4H")]
    [InlineData("P1DT")]
    [InlineData("P1D2D")]
    [InlineData("P1DT1D")]
    [InlineData("PT1")]
    [InlineData("P99999999999999999999D")]
    [InlineData("P4000D")]
    [InlineData("p3d")]
    public void Refuses_everything_else(string text)
    {
        var refused = WorkingTime.Parse(text);
        Assert.Equal("kernel.not-working-time", refused.Problems.Single().Type.Code);
        Assert.Contains("P3D", refused.Problems.Single().Remedy.Vi);
    }

    [Theory]
    [InlineData("P3D")]
    [InlineData("PT4H")]
    [InlineData("P1DT4H30M")]
    [InlineData("PT1M5S")]
    [InlineData("PT0S")]
    public void Writes_what_it_reads(string text) => Assert.Equal(text, WorkingTime.Parse(text).Value.ToString());
}
