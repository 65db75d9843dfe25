using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaiDang.Bench.Measuring;

/// <summary>One line of what a bench tells.</summary>
/// <param name="Engine"><c>sqlite</c>, <c>postgres</c>, or <c>none</c> where no database takes part.</param>
/// <param name="Rows">Cases in the database when it was measured.</param>
/// <param name="Against">What the ratio is to; null where there is none.</param>
internal sealed record Figure(
    string Bench, string Case, string Engine, long Rows, double PerSecond, double P50Ms, double P95Ms, double P99Ms, string? Against = null, double? Ratio = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What one time allocates, in bytes; only where that is measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BytesEach { get; init; }

    public static Figure Of(string bench, string name, string engine, long rows, double perSecond, Samples samples) =>
        new(bench, name, engine, rows, Round(perSecond), Round(samples.Within(0.5)), Round(samples.Within(0.95)), Round(samples.Within(0.99)));

    /// <summary>The same, set against another: how many times as many in the same time.</summary>
    public Figure Beside(Figure limit, string against) => this with { Against = against, Ratio = limit.PerSecond > 0 ? Math.Round(PerSecond / limit.PerSecond, 3) : null };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static double Round(double value) => Math.Round(value, value < 10 ? 2 : 1);
}
