using System.Text.Json.Nodes;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Examples;

/// <summary>A little story in a service's <c>examples/</c>: what is given, what happens, what must come of it.</summary>
internal sealed record Example(
    YamlMap File, string Name, JsonObject Answers, Life.Channel Channel, Instant SubmittedAt, IReadOnlyList<ExampleStep> Steps, YamlMap Then);

/// <param name="Step">The kind or id of the step, or null for what the applicant or somebody outside does.</param>
/// <param name="Unit">The unit in whose queue the step must be; null when that is not told.</param>
internal sealed record ExampleStep(YamlMap Line, string? Step, string Action, Instant? At, string? Unit)
{
    public const string Pay = "pay", Message = "message", Job = "job", Wait = "wait", Supplemented = "supplemented", Withdraw = "withdraw";
}

internal static class ExampleReader
{
    public static Example? Read(PackFile file, DateTimeZone zone, PackProblems problems)
    {
        if (YamlFile.Read(file, problems) is not { } yaml) return null;
        var name = yaml.Text("name");
        if (yaml.OptionalMap("given") is not { } given || yaml.OptionalMap("then") is not { } then)
        {
            problems.Add(file.Shown, 1, "ví dụ thiếu 'given' hoặc 'then'", "the example lacks 'given' or 'then'", "viết given, when, then", "write given, when, then");
            return null;
        }
        var submitted = given.OptionalText("submittedAt") is { } text ? Time(given, "submittedAt", text) : new LocalDateTime(2023, 10, 2, 8, 0).InZoneLeniently(zone).ToInstant();
        var channel = Enum.TryParse<Life.Channel>(given.OptionalText("channel") ?? "online", ignoreCase: true, out var known) ? known : Life.Channel.Online;
        var answers = given.Json("answers") as JsonObject ?? [];
        given.NoMore();
        var steps = yaml.Maps("when").Select(Step).ToList();
        yaml.NoMore();
        return new Example(yaml, name, answers, channel, submitted, steps, then);
    }

    /// <summary><c>at</c> is a time, or <c>{unit, time}</c>; what is done is <c>action</c>, or one of the maps that say more.</summary>
    private static ExampleStep Step(YamlMap line)
    {
        string[] outside = [ExampleStep.Pay, ExampleStep.Message, ExampleStep.Job];
        var action = outside.FirstOrDefault(line.Has) ?? line.Text("action");
        var place = line.Json("at") is JsonObject ? line.OptionalMap("at") : null;
        var time = place is not null ? place.OptionalText("time") : line.OptionalText("at");
        var unit = place?.Text("unit");
        place?.NoMore();
        return new ExampleStep(line, line.OptionalText("step"), action, time is { } at ? Time(place ?? line, place is null ? "at" : "time", at) : null, unit);
    }

    private static Instant Time(YamlMap yaml, string key, string text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time) return time.Value.ToInstant();
        yaml.Problem(key, $"'{text}' không phải thời điểm", $"'{text}' is not a time", "viết như 2023-10-05T07:45:00+07:00", "write it like 2023-10-05T07:45:00+07:00");
        return Instant.FromUnixTimeSeconds(0);
    }
}
