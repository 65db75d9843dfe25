using System.Text.Json.Nodes;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Examples;

/// <summary>A little story in a service's <c>examples/</c>: what is given, what happens, what must come of it.</summary>
internal sealed record Example(
    YamlMap File, string Name, JsonObject Answers, Life.Channel Channel, Instant SubmittedAt, IReadOnlyList<ExampleStep> Steps, YamlMap Then);

/// <param name="Step">The kind or id of the step, or null for what the applicant does.</param>
internal sealed record ExampleStep(YamlMap Line, string? Step, string Action, Instant? At);

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
        var steps = yaml.Maps("when").Select(s => new ExampleStep(
            s, s.OptionalText("step"), s.Text("action"), s.OptionalText("at") is { } at ? Time(s, "at", at) : null)).ToList();
        yaml.NoMore();
        return new Example(yaml, name, answers, channel, submitted, steps, then);
    }

    private static Instant Time(YamlMap yaml, string key, string text)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } time) return time.Value.ToInstant();
        yaml.Problem(key, $"'{text}' không phải thời điểm", $"'{text}' is not a time", "viết như 2023-10-05T07:45:00+07:00", "write it like 2023-10-05T07:45:00+07:00");
        return Instant.FromUnixTimeSeconds(0);
    }
}
