using HaiDang.Bpmn;
using HaiDang.Dmn;
using HaiDang.Documents;
using HaiDang.Feel;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Definitions;

/// <summary>Reads the files of one service. All problems are told at once, each with its file and line.</summary>
internal static class ServiceReader
{
    public static ServiceDefinition? Read(ServiceFiles files, PackProblems problems)
    {
        var before = problems.Errors;
        if (files.Text("service.yaml") is not { } text)
        {
            problems.Add(files.Shown("service.yaml"), 0, "không có service.yaml", "there is no service.yaml", "viết tệp service.yaml", "write a service.yaml");
            return null;
        }
        if (YamlFile.Read(text, files.Shown("service.yaml"), problems) is not { } yaml) return null;
        var engines = EngineFiles.Read(files, problems);
        var texts = new ServiceTexts(files, problems);
        var service = Described(files, yaml, texts, engines, problems);
        yaml.NoMore();
        return problems.Errors == before ? service : null;
    }

    private static ServiceDefinition? Described(ServiceFiles files, YamlMap yaml, ServiceTexts texts, EngineFiles? engines, PackProblems problems)
    {
        var limit = yaml.OptionalMap("timeLimit");
        var result = yaml.OptionalMap("result");
        var unitFrom = yaml.OptionalText("unitFrom");
        var field = yaml.Text("field");
        var service = engines is null ? null : new ServiceDefinition
        {
            Slug = files.Slug,
            Hash = files.Hash,
            Code = yaml.Text("code"),
            Name = texts.Of(yaml.Text("name"), "name"),
            Summary = texts.Of(yaml.Text("summary"), "summary"),
            Field = field,
            FieldName = FieldName(files, field, yaml, problems),
            Audience = yaml.Texts("audience"),
            Delivery = Enum.TryParse<Delivery>(yaml.Text("delivery"), ignoreCase: true, out var delivery) ? delivery : Wrong(yaml, "delivery", Delivery.Full, "full, partial, information"),
            HandledBy = yaml.Text("handledBy"),
            UnitKey = unitFrom?.StartsWith("answers.", StringComparison.Ordinal) == true ? unitFrom["answers.".Length..] : unitFrom,
            Reception = Working(yaml, "reception"),
            TimeLimit = limit is null ? Missing(yaml, "timeLimit") : Working(limit, "default"),
            TimeLimitDecision = limit?.OptionalText("decision"),
            FeeDecision = yaml.OptionalMap("fee") is { } fee ? Closed(fee, fee.Text("decision")) : null,
            Eligibility = List(yaml, "eligibility", texts),
            Parts = Parts(yaml, texts, problems),
            Channels = yaml.Texts("channels"),
            Result = Result(yaml, result, texts),
            Steps = List(yaml, "steps", texts),
            LegalBasis = Basis(yaml, texts),
            DraftDays = Days(yaml, "expires", 30),
            SupplementDays = Days(yaml, "supplementWithin", 30),
            ApologyTime = yaml.Has("apology") ? Working(yaml, "apology") : WorkingTime.OfDays(1),
            Keywords = yaml.Texts("keywords"),
            Form = engines.Form.WithTexts(texts.Form()),
            Lists = ServiceLists.Read(files, engines, problems),
            StepForms = engines.StepForms.ToDictionary(f => f.Key, f => f.Value.WithTexts(texts.StepForm(f.Key, f.Value))),
            Variables = Variables(yaml, texts),
            Process = engines.Processes[0],
            ProcessId = engines.Processes[0].Processes[0].Id,
            Models = engines.Processes,
            Nodes = Nodes(engines.Processes),
            StepNames = StepNames(engines.Processes, texts),
            Decisions = engines.Decisions,
            ResultTemplate = engines.Templates.GetValueOrDefault(result?.OptionalText("template") ?? "result.md") ?? engines.Templates.Values.First(),
            Letters = engines.Templates.Where(t => t.Key.StartsWith("documents/", StringComparison.Ordinal))
                .ToDictionary(t => Path.GetFileNameWithoutExtension(t.Key), t => t.Value),
        };
        limit?.OptionalText("cite");
        yaml.OptionalText("receptionCite");
        limit?.NoMore();
        result?.NoMore();
        return service;
    }

    private static T Closed<T>(YamlMap map, T value)
    {
        map.NoMore();
        return value;
    }

    private static LocalText FieldName(ServiceFiles files, string field, YamlMap yaml, PackProblems problems)
    {
        if (files.Text("fields.yaml") is { } text && YamlFile.Read(text, files.Shown("fields.yaml"), problems) is { } fields && fields.Has(field))
            return fields.Local(field);
        yaml.Problem("field", $"không có lĩnh vực '{field}'", $"there is no field '{field}'", "thêm vào fields.yaml", "add it to fields.yaml");
        return new LocalText(field, field);
    }

    private static IReadOnlyList<LocalText> List(YamlMap yaml, string key, ServiceTexts texts) =>
        [.. yaml.Texts(key).Select((vi, i) => texts.Of(vi, key, i))];

    private static List<ServicePart> Parts(YamlMap yaml, ServiceTexts texts, PackProblems problems)
    {
        var parts = new List<ServicePart>();
        foreach (var part in yaml.Maps("parts"))
        {
            var id = part.Text("id");
            var required = part.OptionalText("required") ?? "true";
            FeelExpression? condition = null;
            if (required is not ("true" or "false"))
            {
                var parsed = FeelExpression.Parse(required);
                condition = parsed.Value;
                foreach (var d in parsed.Diagnostics) problems.Add(part.File, part.LineOf("required"), d.Vi, d.En, "sửa biểu thức FEEL", "mend the FEEL expression");
            }
            var note = part.OptionalText("note");
            parts.Add(new ServicePart(
                id, texts.Of(part.Text("name"), "parts", id, "name"), required == "false", condition, part.OptionalText("field"),
                note is null ? null : texts.Of(note, "parts", id, "note"), int.TryParse(part.OptionalText("copies"), out var copies) ? copies : 1, part.File, part.LineOf("required")));
            part.OptionalText("original");
            part.NoMore();
        }
        return parts;
    }

    private static List<ShownVariable> Variables(YamlMap yaml, ServiceTexts texts) => [.. yaml.Maps("variables").Select(v =>
    {
        var name = v.Text("name");
        var values = v.Json("values") as System.Text.Json.Nodes.JsonObject ?? [];
        var shown = new ShownVariable(name, texts.Of(v.Text("label"), "variables", name, "label"), v.OptionalText("as") switch
        {
            null => false,
            "money" => true,
            _ => Wrong(v, "as", false, "money"),
        }, values.ToDictionary(e => e.Key, e => texts.Of($"{e.Value}", "variables", name, "values", e.Key)), v.LineOf("name"));
        v.NoMore();
        return shown;
    })];

    private static ServiceResult Result(YamlMap yaml, YamlMap? result, ServiceTexts texts)
    {
        if (result is null)
        {
            yaml.Problem("result", "thiếu 'result'", "'result' is missing", "thêm result: {name, template, number, signedBy}", "add result: {name, template, number, signedBy}");
            return new ServiceResult(new LocalText("", ""), "{serial}", null, "leader");
        }
        var validity = result.OptionalText("validity");
        Period? period = null;
        if (validity is not null)
        {
            if (PeriodPattern.NormalizingIso.Parse(validity) is { Success: true } parsed) period = parsed.Value;
            else result.Problem("validity", $"'{validity}' không phải khoảng thời gian", $"'{validity}' is not a period", "viết như P6M", "write it like P6M");
        }
        return new ServiceResult(
            texts.Of(result.Text("name"), "result", "name"), result.OptionalText("number") ?? "{serial}", period, result.OptionalText("signedBy") ?? "leader");
    }

    private static List<LegalBasis> Basis(YamlMap yaml, ServiceTexts texts) => [.. yaml.Maps("legalBasis").Select((b, i) =>
    {
        var basis = new LegalBasis(texts.Of(b.Text("document"), "legalBasis", i), b.OptionalText("articles"), b.OptionalText("url"), b.OptionalBool("unverified") ?? false);
        b.OptionalText("note");
        b.NoMore();
        return basis;
    })];

    /// <summary>Ids are checked to be unique in the service; of two that are not, the first counts.</summary>
    private static Dictionary<string, FlowNode> Nodes(IReadOnlyList<BpmnModel> models)
    {
        var nodes = new Dictionary<string, FlowNode>();
        foreach (var node in models.SelectMany(ProcessNodes.Of)) nodes.TryAdd(node.Id, node);
        return nodes;
    }

    private static Dictionary<string, LocalText> StepNames(IReadOnlyList<BpmnModel> models, ServiceTexts texts) =>
        Nodes(models).Values.Where(n => n.Name is not null).ToDictionary(n => n.Id, n => texts.Of(n.Name!, "process", n.Id));

    private static WorkingTime Working(YamlMap yaml, string key) =>
        WorkingTime.TryParse(yaml.Text(key), out var time) ? time : Wrong(yaml, key, WorkingTime.OfDays(1), "PT8H, P3D");

    private static WorkingTime Missing(YamlMap yaml, string key) => Wrong(yaml, key, WorkingTime.OfDays(1), "{default: P3D}");

    private static int Days(YamlMap yaml, string key, int otherwise) => yaml.OptionalText(key) is not { } text ? otherwise
        : PeriodPattern.NormalizingIso.Parse(text) is { Success: true } period ? period.Value.Days + period.Value.Weeks * 7 + period.Value.Months * 30
        : Wrong(yaml, key, otherwise, "P30D");

    private static T Wrong<T>(YamlMap yaml, string key, T instead, string like)
    {
        yaml.Problem(key, $"giá trị của '{key}' không hiểu được", $"the value of '{key}' is not understood", $"viết như: {like}", $"write it like: {like}");
        return instead;
    }
}
