using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Cases.Examples;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Submit;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Demo;

/// <summary>
/// Applications that the real forms accept: the answers of a service's own examples with another person and unit in them.
/// A service added to the city is in the demo without a line of code.
/// </summary>
internal sealed class MadeUpApplications(CityFolder folder, City city, QuestionContext contexts, MadeUpPapers papers, Random random)
{
    private readonly Dictionary<string, IReadOnlyList<Example>> examples = [];

    /// <summary>Null when no example of the service fits this person.</summary>
    public async Task<Submission?> Make(ServiceDefinition service, string unit, MadeUpPerson person, Channel channel, Instant now, CancellationToken stop)
    {
        var known = ExamplesOf(service);
        var first = random.Next(Math.Max(1, known.Count));
        for (var tried = 0; tried < known.Count; tried++)
        {
            var example = known[(first + tried) % known.Count];
            var (answers, files) = await WithPapers(service, example.Answers, now, stop);
            answers = (JsonObject)Moved(answers, Period.DaysBetween(DayOf(example.SubmittedAt), DayOf(now)))!;
            var context = contexts.For(service, now, files, person.Facts);
            if (service.UnitKey is { } key) answers[key] = unit;
            answers = WithPerson(service.Form, answers, context);
            if (service.Form.Validate(answers, context).Count > 0) continue;
            return new Submission(service, channel, person.Applicant(channel, Uuid.New(now).ToString()), service.Form.Clean(answers, context), files, unit);
        }
        return null;
    }

    /// <summary>What a message of that name says in one of the service's examples; null when none has one.</summary>
    public JsonObject? MessageOf(ServiceDefinition service, string name)
    {
        var said = ExamplesOf(service).SelectMany(e => e.Steps).Where(s => s.Action == ExampleStep.Message).Select(s => s.Line.OptionalMap("message")!)
            .Where(m => m.Text("name") == name).Select(m => m.Json("data") as JsonObject ?? []).ToList();
        return said.Count > 0 ? (JsonObject)said[random.Next(said.Count)].DeepClone() : null;
    }

    private IReadOnlyList<Example> ExamplesOf(ServiceDefinition service)
    {
        if (examples.TryGetValue(service.Slug, out var known)) return known;
        var problems = new PackProblems();
        return examples[service.Slug] = [.. folder.Under($"services/{service.Slug}/examples/").OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => ExampleReader.Read(f, city.Zone, problems)).OfType<Example>()];
    }

    private async Task<(JsonObject Answers, ImmutableList<CaseFile> Files)> WithPapers(ServiceDefinition service, JsonObject example, Instant now, CancellationToken stop)
    {
        var answers = (JsonObject)example.DeepClone();
        var files = ImmutableList.CreateBuilder<CaseFile>();
        foreach (var field in service.Form.Fields.Values.Where(f => f.Kind == FormKind.FilePicker))
        {
            if (answers[field.Key] is not JsonArray names) continue;
            var ids = new JsonArray();
            foreach (var name in names.Select(n => n!.ToString()))
            {
                var (blob, type) = await papers.For(name, now, stop);
                var file = new CaseFile($"{field.Key}-{ids.Count}", field.Key, name, blob.Hash, blob.Size, type, now);
                files.Add(file);
                ids.Add(file.Id);
            }
            answers[field.Key] = ids;
        }
        return (answers, files.ToImmutable());
    }

    private LocalDate DayOf(Instant at) => at.InZone(city.Zone).Date;

    /// <summary>The days of an example move with the day of sending: what was valid, recent or late then is so now.</summary>
    private static JsonNode? Moved(JsonNode? node, int days) => node switch
    {
        JsonObject map => new JsonObject(map.Select(v => KeyValuePair.Create(v.Key, Moved(v.Value, days)))),
        JsonArray list => new JsonArray([.. list.Select(v => Moved(v, days))]),
        JsonValue value when value.TryGetValue<string>(out var text) && LocalDatePattern.Iso.Parse(text) is { Success: true } day => LocalDatePattern.Iso.Format(day.Value.PlusDays(days)),
        _ => node?.DeepClone(),
    };

    /// <summary>Where the form itself offers an answer about the applicant, it is this person's.</summary>
    private static JsonObject WithPerson(Form form, JsonObject answers, FormContext context)
    {
        var offered = form.Fields.Values.Where(f => f.Prefill is not null && f.Key == f.KeyPath && answers.ContainsKey(f.Key)).Select(f => f.Key).ToList();
        var before = offered.ToDictionary(key => key, key => answers[key]?.DeepClone());
        foreach (var key in offered) answers.Remove(key);
        foreach (var page in form.Pages) answers = form.Merge(answers, form.Prefill(page, answers, context));
        foreach (var key in offered.Where(key => !answers.ContainsKey(key))) answers[key] = before[key];
        return answers;
    }
}
