using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Cases.Files;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Forms;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>Answers that hold, with the files that they refer to.</summary>
internal sealed record TakenAnswers(JsonObject Answers, ImmutableList<CaseFile> Files);

/// <summary>Checks the answers that a program sent, as the form would have checked a person's. Nothing that was sent is lost unsaid.</summary>
internal sealed class SentAnswers(QuestionContext contexts, SentFiles files, IClock clock)
{
    /// <param name="sent">What came just now, where <paramref name="answers"/> hold more than that.</param>
    /// <param name="before">Files that the case holds already, in the fields where they are.</param>
    public async Task<Outcome<TakenAnswers>> Take(
        ServiceDefinition service, JsonObject answers, SentApplicant? person, CancellationToken stop, ImmutableList<CaseFile>? before = null, JsonObject? sent = null)
    {
        var now = clock.GetCurrentInstant();
        var facts = person is null ? null : JsonSerializer.SerializeToNode(person, KernelJson.Options)!.AsObject();
        var asked = service.Form.At(answers, contexts.For(service, now, [], facts)).Fields.Where(n => n.Component.Kind == FormKind.FilePicker);
        var (found, problems) = await Find(asked, before ?? [], stop);
        var context = contexts.For(service, now, found, facts);
        var whole = service.Form.Clean(answers, context);
        problems.AddRange(PostedAnswers.Problems(service.Form.Validate(answers, context)));
        problems.AddRange(Left(sent ?? answers, whole, "").Select(path => SendingProblems.NotAsked.At(path, path)));
        if (problems.Count > 0) return problems.Select(p => p with { Field = $"answers.{p.Field}" }).ToArray();
        return new TakenAnswers(whole, [.. found]);
    }

    private async Task<(List<CaseFile> Found, List<Problem> Problems)> Find(IEnumerable<FormNode> asked, ImmutableList<CaseFile> before, CancellationToken stop)
    {
        var (found, problems) = (new List<CaseFile>(), new List<Problem>());
        foreach (var node in asked)
            foreach (var id in Ids(node.Value))
            {
                if (found.Exists(f => f.Id == id)) problems.Add(SendingProblems.FileTwice.At(node.Path, id));
                else if ((before.Find(f => f.Id == id) ?? await files.Find(id, stop)) is not { } file) problems.Add(SendingProblems.UnknownFile.At(node.Path, id));
                else if (CaseFiles.OverLimit(found, node, file.Name, file.Size) is { } over) return (found, [.. problems, over]);
                else found.Add(file with { Field = node.Path });
            }
        return (found, problems);
    }

    private static IEnumerable<string> Ids(JsonNode? value) => value switch
    {
        JsonArray many => many.OfType<JsonValue>().Select(v => v.ToString()),
        JsonValue one => [one.ToString()],
        _ => [],
    };

    /// <summary>Paths of what was sent and would not be kept: unknown names, and questions that these answers hide.</summary>
    private static IEnumerable<string> Left(JsonNode? was, JsonNode? kept, string path)
    {
        switch (was, kept)
        {
            case (JsonObject before, _):
                foreach (var (name, value) in before)
                    foreach (var left in Left(value, (kept as JsonObject)?[name], path.Length == 0 ? name : $"{path}.{name}"))
                        yield return left;
                break;
            case (JsonArray before, JsonArray after) when before.Any(i => i is JsonObject):
                for (var i = 0; i < before.Count; i++)
                    foreach (var left in Left(before[i], i < after.Count ? after[i] : null, $"{path}[{i}]"))
                        yield return left;
                break;
            case (not null, null) when !IsEmpty(was):
                yield return path;
                break;
        }
    }

    private static bool IsEmpty(JsonNode value) => value is JsonArray { Count: 0 } || (value is JsonValue text && text.TryGetValue<string>(out var words) && words.Length == 0)
        || (value is JsonValue flag && flag.TryGetValue<bool>(out var on) && !on);
}
