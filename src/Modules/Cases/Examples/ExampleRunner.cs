using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Submit;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Examples;

/// <summary>Plays an example through the real form, tables, process and rules, and says where it went another way.</summary>
/// <param name="notes">Takes what the example shows of the pack's own files: templates that cannot be filled, FEEL that fails.</param>
internal sealed class ExampleRunner(City city, IUnits units, ServiceDefinition service, ICollection<PackProblem> notes)
{
    public Case? Run(Example example)
    {
        var files = FilesOf(example);
        var answers = AnswersWithFileIds(example, files);
        var context = new QuestionContext(city, units).For(service, example.SubmittedAt, files);
        if (!example.File.File.StartsWith($"{city.Slug}/", StringComparison.Ordinal)) UnitsElsewhere.Replace(answers, service.Form, context, units);
        Told(service.Form.Failing(answers, context), notes);
        foreach (var problem in service.Form.Validate(answers, context))
        {
            example.File.OptionalMap("given")!.Problem("answers", $"{example.Name}: {problem.Path}: {problem.Vi}", $"{example.Name}: {problem.Path}: {problem.En}",
                "sửa câu trả lời trong ví dụ hoặc sửa biểu mẫu", "mend the example's answers, or the form");
            return null;
        }
        answers = service.Form.Clean(answers, context);
        NeverAsked.Fill(answers, service.Form);
        if (Begin(example, answers, files) is not { } matter) return null;
        var play = new ExamplePlay(example, city, units, service, notes);
        if (play.Steps(matter) is not { } end) return null;
        Compare(example, end);
        return end;
    }

    /// <summary>What fails in the FEEL of a form at the answers of the example.</summary>
    public static void Told(IEnumerable<FormDiagnostic> failing, ICollection<PackProblem> notes)
    {
        foreach (var d in failing) notes.Add(new PackProblem(d.Source, d.Line, new(d.Vi, d.En), Remedy));
    }

    private static readonly LocalText Remedy = new("sửa biểu thức, hoặc lo cho những câu trả lời như trong ví dụ: if … then … else …", "mend the expression, or provide for answers like those of the example: if … then … else …");

    private Case? Begin(Example example, JsonObject answers, ImmutableList<CaseFile> files)
    {
        var unit = service.UnitOf(answers) is { } named ? units.Find(named) : units.Handling(service).FirstOrDefault();
        if (unit is null)
        {
            example.File.Problem("given", $"{example.Name}: không có đơn vị giải quyết", $"{example.Name}: no unit settles it", "chọn đơn vị trong câu trả lời", "choose a unit in the answers");
            return null;
        }
        var sent = new SubmitCase
        {
            Id = Uuid.New(example.SubmittedAt), Number = "000.00.00-000000-0001", SecretHash = "", Unit = unit.Id, Channel = example.Channel,
            Applicant = new Applicant(ExamplePlay.Person.Id, "example", ExamplePlay.Person.Name, null, null, null, null), Answers = answers, Files = files,
        };
        var decided = sent.Decide(new Setting(service, city.Calendar, units, example.SubmittedAt) { Notes = notes });
        if (decided.Ok) return Evolve.Fold(decided.Value);
        ExamplePlay.Tell(example.File, "given", example, decided.Problems[0]);
        return null;
    }

    private void Compare(Example example, Case matter)
    {
        var then = example.Then;
        if (then.OptionalMap("fee") is { } fee)
        {
            Same(fee, "amount", fee.Text("amount"), matter.Fee.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture), example);
            fee.OptionalText("reason");
            fee.NoMore();
        }
        Expect("timeLimit", service.TimeLimitOf(Circumstances.Of(matter, city.Zone)).ToString());
        Expect("outcome", CaseStore.Name(matter.Status));
        Expect("acceptedOn", DateOf(matter.AcceptedAt));
        Expect("appointedOn", DateOf(matter.AppointedAt));
        Expect("paid", matter.Payments.Sum(p => p.Amount).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (then.Has("parts"))
            Same(then, "parts", string.Join(", ", then.Texts("parts")),
                string.Join(", ", service.PartsFor(matter.Answers).Where(p => p.Required is not null || !p.Optional).Select(p => p.Id)), example);
        else then.Texts("parts");
        service.PartsFor(matter.Answers, notes);
        Passed(then, matter, example);
        if (then.OptionalMap("variables") is { } variables) Variables(variables, matter, example);
        then.NoMore();

        void Expect(string key, string actual)
        {
            if (then.OptionalText(key) is { } wanted) Same(then, key, wanted, actual, example);
        }
    }

    /// <summary>Steps that the case must have been through, in whatever order.</summary>
    private void Passed(YamlMap then, Case matter, Example example)
    {
        if (!then.Has("passed")) return;
        var passed = matter.Processes.SelectMany(p => p.Instance.Visits).Where(v => v.Finished > 0).Select(v => v.ElementId).ToHashSet();
        foreach (var step in then.Texts("passed").Where(s => !passed.Contains(s)))
            if (!service.Nodes.ContainsKey(step))
                then.Problem("passed", $"{example.Name}: thủ tục không có bước '{step}'", $"{example.Name}: the service has no step '{step}'", "sửa mã bước", "mend the id of the step");
            else
                then.Problem("passed", $"{example.Name}: hồ sơ không qua bước '{step}'", $"{example.Name}: the case does not pass the step '{step}'",
                    $"đã qua: {string.Join(", ", service.Nodes.Keys.Where(passed.Contains))}", $"it passes: {string.Join(", ", service.Nodes.Keys.Where(passed.Contains))}");
    }

    /// <summary>What the main process knows at the end.</summary>
    private static void Variables(YamlMap wanted, Case matter, Example example)
    {
        foreach (var name in wanted.Keys.ToList())
        {
            var expected = wanted.Json(name);
            var actual = matter.Process!.Variables.TryGetValue(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null;
            if (!JsonNode.DeepEquals(expected, actual)) Same(wanted, name, expected?.ToJsonString(Plain) ?? "null", actual?.ToJsonString(Plain) ?? "null", example);
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Same(YamlMap map, string key, string wanted, string actual, Example example)
    {
        if (wanted != actual)
            map.Problem(key, $"{example.Name}: {key} là '{actual}', ví dụ chờ '{wanted}'", $"{example.Name}: {key} is '{actual}', the example expects '{wanted}'",
                "sửa ví dụ, hoặc sửa biểu mẫu, bảng quyết định hay quy trình", "mend the example, or the form, table or process");
    }

    private string DateOf(Instant? at) => at is { } time ? LocalDatePattern.Iso.Format(time.InZone(city.Zone).Date) : "";

    /// <summary>In an example a file answer lists names; the files themselves are as good as any.</summary>
    private ImmutableList<CaseFile> FilesOf(Example example) =>
        [.. from field in service.Form.Fields.Values
            where field.Kind == FormKind.FilePicker && example.Answers[field.Key] is JsonArray
            from name in example.Answers[field.Key]!.AsArray().Select((n, i) => (Name: n!.ToString(), Index: i))
            select new CaseFile($"{field.Key}-{name.Index}", field.Key, name.Name, "", 1000, TypeOf(name.Name), example.SubmittedAt)];

    private static JsonObject AnswersWithFileIds(Example example, ImmutableList<CaseFile> files)
    {
        var answers = (JsonObject)example.Answers.DeepClone();
        foreach (var field in files.GroupBy(f => f.Field)) answers[field.Key] = new JsonArray([.. field.Select(f => JsonValue.Create(f.Id))]);
        return answers;
    }

    private static string TypeOf(string name) => System.IO.Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        _ => "image/jpeg",
    };
}
