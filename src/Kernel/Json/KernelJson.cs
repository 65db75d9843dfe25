using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Kernel;

/// <summary>
/// How values are written in the database's JSON, in events and in exchange: camelCase names, enums by name, no nulls,
/// Vietnamese letters as themselves; instants, dates, times, durations, working time and money as below.
/// </summary>
/// <remarks>
/// Instant <c>"2026-11-22T07:32:00Z"</c> (to the nanosecond where it has them), LocalDate <c>"2026-11-22"</c>, LocalTime
/// <c>"14:32:00"</c>, LocalDateTime <c>"2026-11-22T14:32:00"</c>, Duration in NodaTime's round-trip form
/// <c>"0:04:30:00"</c>, <see cref="WorkingTime"/> <c>"P1DT4H"</c>, <see cref="Money"/> a whole number of đồng, typed ids
/// a UUID string. Text that does not read throws <see cref="JsonException"/>, as System.Text.Json's own converters do.
/// </remarks>
public static class KernelJson
{
    /// <summary>The options, read-only and shared.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Adds the converters to options of one's own.</summary>
    public static void AddConverters(JsonSerializerOptions options)
    {
        options.Converters.Add(new PatternConverter<Instant>(InstantPattern.ExtendedIso));
        options.Converters.Add(new PatternConverter<LocalDate>(LocalDatePattern.Iso));
        options.Converters.Add(new PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso));
        options.Converters.Add(new PatternConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso));
        options.Converters.Add(new PatternConverter<Duration>(DurationPattern.Roundtrip));
        options.Converters.Add(new WorkingTimeConverter());
        options.Converters.Add(new MoneyConverter());
        options.Converters.Add(new TypedIdConverterFactory());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            NumberHandling = JsonNumberHandling.Strict,
        };
        AddConverters(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>A value that is a JSON string; also usable as the name of a property.</summary>
internal abstract class TextConverter<T> : JsonConverter<T> where T : notnull
{
    protected abstract bool TryRead(string text, out T value);

    protected abstract string Write(T value);

    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : throw new JsonException($"A {typeof(T).Name} is a string.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Write(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Write(value));

    private T Parse(string text) => TryRead(text, out var value) ? value : throw new JsonException($"Not a {typeof(T).Name}.");
}

internal sealed class PatternConverter<T>(IPattern<T> pattern) : TextConverter<T> where T : notnull
{
    protected override bool TryRead(string text, out T value) => pattern.Parse(text).TryGetValue(default!, out value!);

    protected override string Write(T value) => pattern.Format(value);
}

internal sealed class WorkingTimeConverter : TextConverter<WorkingTime>
{
    protected override bool TryRead(string text, out WorkingTime value) => WorkingTime.TryParse(text, out value);

    protected override string Write(WorkingTime value) => value.ToString();
}

internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var dong)
            ? new(dong)
            : throw new JsonException("Money is a whole number of đồng.");

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Dong);
}

internal sealed class TypedIdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsValueType && type.GetInterfaces().Any(i =>
        i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>) && i.GenericTypeArguments[0] == type);

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TypedIdConverter<>).MakeGenericType(type))!;
}

internal sealed class TypedIdConverter<T> : TextConverter<T> where T : struct, ITypedId<T>
{
    protected override bool TryRead(string text, out T value)
    {
        var read = Guid.TryParseExact(text, "D", out var id);
        value = T.From(id);
        return read;
    }

    protected override string Write(T value) => value.Value.ToString("D", CultureInfo.InvariantCulture);
}
