using System.Text.Json;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Kernel.Tests;

public sealed class MoneyAndJsonTests
{
    private readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
    {
        public static CaseId From(Guid value) => new(value);
    }

    private sealed record Everything(Instant At, LocalDate Day, LocalTime Time, LocalDateTime Local, Duration Span, WorkingTime Limit, Money Fee, CaseId Id,
        CaseId? None, Language Language, IReadOnlyDictionary<CaseId, string> ById);

    [Fact]
    public void Money_is_whole_and_checked()
    {
        Assert.Equal(new Money(8000), Money.Of(8000.00m));
        Assert.Null(Money.Of(0.5m));
        Assert.Null(Money.Of(decimal.MaxValue));
        Assert.Equal(new Money(12_500), new Money(25_000).Share(0.5m));
        Assert.Equal(new Money(3), new Money(5).Share(0.5m));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Equal("1.234.567\u00A0đ", new Money(1_234_567).ToString());
    }

    [Fact]
    public void All_values_of_the_kernel_survive_JSON()
    {
        var id = new CaseId(Uuid.New(Instant.FromUtc(2026, 11, 22, 7, 0)));
        var before = new Everything(Instant.FromUtc(2026, 11, 22, 7, 32), new(2026, 11, 22), new(14, 32), new(2026, 11, 22, 14, 32),
            Duration.FromMinutes(90), WorkingTime.Parse("P1DT4H").Value, new(120_000), id, null, Language.English, new Dictionary<CaseId, string> { [id] = "Hải Phòng" });
        var json = JsonSerializer.Serialize(before, KernelJson.Options);
        Assert.Contains("\"at\":\"2026-11-22T07:32:00Z\",\"day\":\"2026-11-22\",\"time\":\"14:32:00\"", json);
        Assert.Contains($"\"limit\":\"P1DT4H\",\"fee\":120000,\"id\":\"{id.Value}\",\"language\":\"english\"", json);
        Assert.Contains($"{{\"{id.Value}\":\"Hải Phòng\"}}", json);
        var after = JsonSerializer.Deserialize<Everything>(json, KernelJson.Options)!;
        Assert.Equal(before.ById, after.ById);
        Assert.Equal(before, after with { ById = before.ById });
    }

    [Theory]
    [InlineData("\"22/11/2026\"", typeof(Instant))]
    [InlineData("\"2026-02-30\"", typeof(LocalDate))]
    [InlineData("\"P1W\"", typeof(WorkingTime))]
    [InlineData("1.5", typeof(Money))]
    [InlineData("5", typeof(Instant))]
    [InlineData("\"x\"", typeof(CaseId))]
    public void What_does_not_read_is_a_JSON_error(string json, Type type) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, KernelJson.Options));
}
