using System.Text.Json;
using HaiDang.Contracts;
using NodaTime;

namespace HaiDang.Platform.Log;

/// <summary>Makes the lines of the log from events: written as JSON, personal values sealed, chained to the line before.</summary>
internal sealed class LineMaker(EventTypes types)
{
    public LogLine Line(IEvent happened, string stream, long version, Instant at, Actor actor, string? subject, byte[]? key, string previous)
    {
        var type = happened.GetType();
        var personal = types.PersonalOf(type);
        var line = new LogLine
        {
            Stream = stream, Version = version, At = at, Type = types.NameOf(type), Actor = actor.Mark, Subject = subject,
            Body = Body(happened, type, personal, key), Previous = previous, Hash = "",
        };
        line.Hash = HashChain.HashOf(line);
        return line;
    }

    private static string Body(IEvent happened, Type type, IReadOnlyList<string> personal, byte[]? key)
    {
        if (personal.Count == 0) return JsonSerializer.Serialize(happened, type, LogJson.Options);
        var body = JsonSerializer.SerializeToNode(happened, type, LogJson.Options)!.AsObject();
        PersonalValues.Seal(body, personal, key ?? throw new InvalidOperationException($"{type.Name} holds personal values but has no subject."));
        return body.ToJsonString(LogJson.Options);
    }
}
