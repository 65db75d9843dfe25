using System.Globalization;
using System.Text.Json.Nodes;
using HaiDang.Cases.Accept;
using HaiDang.Cases.AnswerRequest;
using HaiDang.Cases.AskForPapers;
using HaiDang.Cases.Counter;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Cases.Pay;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Sign;
using HaiDang.Cases.Withdraw;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Examples;

/// <summary>Plays the lines of an example in their order. Between them times come, and automatic steps succeed unless a line says otherwise.</summary>
internal sealed class ExamplePlay(Example example, City city, IUnits units, ServiceDefinition service, ICollection<PackProblem> notes)
{
    public static readonly Actor Person = Actor.Citizen("example", "Nguyễn Mẫu Ví Dụ");
    private static readonly Duration Pause = Duration.FromMinutes(30);
    private Instant now = example.SubmittedAt;

    private ExamplePaper Paper { get; } = new(service, city, units, notes);

    private Setting Setting => new(service, city.Calendar, units, now) { Notes = notes };

    /// <summary>The case at the end; null after a line could not be played.</summary>
    public Case? Steps(Case matter)
    {
        var jobs = new ExampleJobs(service, units, Paper);
        Case? at = matter;
        for (var i = 0; i <= example.Steps.Count && at is not null; i++)
        {
            var line = i < example.Steps.Count ? example.Steps[i] : null;
            at = Follow(example.Steps.Count > 0 ? example.Steps[Math.Max(0, i - 1)].Line : example.File, jobs.Run(at, Setting, line));
            if (at is null || line is null) return at;
            var next = line.At ?? now + Pause;
            at = Times(at, next);
            now = next;
            at = Play(line, at);
        }
        return at;
    }

    /// <summary>What the processes waited for by time comes about.</summary>
    private Case Times(Case matter, Instant until)
    {
        while (matter.Open && matter.RunningTimers.FirstOrDefault() is { } timer
            && Instant.FromDateTimeOffset(timer.Due) is var due && due <= until)
        {
            now = Instant.Max(now, due);
            if (!Progress.Fire(matter, timer.Id, Setting).Is(out var events, out _)) break;
            matter = events.Aggregate(matter, Evolve.After);
        }
        return matter;
    }

    private Case? Play(ExampleStep step, Case matter)
    {
        var line = step.Line;
        if (step.Action == ExampleStep.Job) return Job(step, matter);
        if (step.Action == ExampleStep.Wait)
        {
            line.NoMore();
            return matter;
        }
        var work = step.Step is null ? null : matter.Work.Find(w => w.Element == step.Step || CaseStore.Name(w.Step) == step.Step);
        if (step.Step is not null && work is null && matter.Waits.All(w => w.Element != step.Step)) return Elsewhere(step, matter);
        if (step.Unit is { } unit && work is not null && work.Queue.Unit != unit)
        {
            line.Problem("at", $"{example.Name}: bước '{step.Step}' ở đơn vị '{work.Queue.Unit}', ví dụ chờ '{unit}'", $"{example.Name}: the step '{step.Step}' is at the unit '{work.Queue.Unit}', the example expects '{unit}'",
                "sửa ví dụ, haidang:unit hoặc units.yaml", "mend the example, haidang:unit or units.yaml");
            return null;
        }
        if (!Types(step, matter, work, out var typed) || Command(step, matter, work?.Token ?? 0, typed) is not { } command) return null;
        line.NoMore();
        return Follow(line, command.Decide(matter, Setting, Who(step, matter, work)).Map(events => events.Aggregate(matter, Evolve.After)));
    }

    /// <summary>What the official types: what the step's form offers, and what the line says over it. False after a key that the form does not have.</summary>
    private bool Types(ExampleStep step, Case matter, WorkItem? work, out Typed? typed)
    {
        typed = null;
        if (work is null || StepQuestions.Of(service, work.Element, step.Action) is not { } form) return true;
        var context = StepQuestions.Context(matter, work, step.Action, now.InZone(city.Zone), new QuestionContext(city, units).ListsOf(service));
        var values = StepQuestions.Begin(form, matter, work, context);
        foreach (var (key, value) in step.Line.Json("types") as JsonObject ?? [])
        {
            if (form.Fields.Keys.All(k => k.Split('.', '[')[0] != key))
            {
                step.Line.Problem("types", $"{example.Name}: bước '{step.Step}' không hỏi '{key}'", $"{example.Name}: the step '{step.Step}' does not ask '{key}'",
                    $"bước hỏi: {string.Join(", ", form.Fields.Keys)}", $"it asks: {string.Join(", ", form.Fields.Keys)}");
                return false;
            }
            values[key] = value?.DeepClone();
        }
        ExampleRunner.Told(form.Failing(values, context), notes);
        typed = new Typed(values, context.CodeLists);
        return true;
    }

    private ICaseCommand? Command(ExampleStep step, Case matter, int token, Typed? typed)
    {
        var line = step.Line;
        switch (step.Action)
        {
            case Verbs.Accept: return new AcceptCase(token, typed);
            case Verbs.Supplement: return new AskForPapers.AskForPapers(token, [.. line.Maps("asked").Select(a => new AskedItem(a.Text("part"), a.Text("reason")))], null);
            case ExampleStep.Supplemented: return new AnswerSupplement(matter.Answers, matter.Files);
            case ExampleStep.Withdraw: return new WithdrawCase(line.OptionalText("reason"));
            case Verbs.Sign: return new SignResult(token, Paper.Made(matter, now));
            case ExampleStep.Pay: return Payment(line.OptionalMap("pay")!, Owed(step, matter));
            case ExampleStep.Message:
                var message = line.OptionalMap("message")!;
                var arrived = new MessageArrived(message.Text("name"), message.Json("data") as JsonObject ?? []);
                message.NoMore();
                return arrived;
            default: return new DecideStep(token, step.Action, line.OptionalText("reason"), line.OptionalText("law"), typed);
        }
    }

    /// <summary>The sum that a line pays: of several, the one of its <c>step</c>.</summary>
    private static Wait? Owed(ExampleStep step, Case matter) => matter.Owing.FirstOrDefault(w => step.Step is null || w.Element == step.Step);

    private TakePayment? Payment(YamlMap pay, Wait? wait)
    {
        var amount = pay.OptionalText("amount");
        pay.NoMore();
        var owed = wait?.Fee!.Amount.ToString(CultureInfo.InvariantCulture);
        if (amount is null || owed is null || amount == owed) return new TakePayment(wait?.Id ?? 0, PaymentWay.Cash, "0000001");
        pay.Problem("amount", $"{example.Name}: phải nộp {owed}, ví dụ nộp {amount}", $"{example.Name}: {owed} is owed, the example pays {amount}",
            "sửa ví dụ hoặc bảng lệ phí", "mend the example or the table of fees");
        return null;
    }

    private Case? Job(ExampleStep step, Case matter)
    {
        var job = step.Line.OptionalMap("job")!;
        var name = job.Text("step");
        var fails = int.TryParse(job.OptionalText("fails") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var answer = job.Has("answer") ? job.Json("answer") : null;
        var answers = job.Has("answer");
        job.NoMore();
        step.Line.NoMore();
        if (matter.Waits.Find(w => w.Job is not null && w.Element == name) is not { } wait) return Elsewhere(step with { Step = name }, matter);
        for (var failed = 0; failed < fails && matter.WaitOf(wait.Id) is { Job: { } before }; failed++)
        {
            now = Instant.Max(now, before.NextTryAt);
            if (Follow(step.Line, new Jobs.FailJob(wait.Id, "Ví dụ", false).Decide(matter, Setting, Actor.System).Map(e => e.Aggregate(matter, Evolve.After))) is not { } after) return null;
            matter = after;
        }
        return answers && matter.WaitOf(wait.Id) is not null ? Follow(step.Line, ExampleJobs.Answer(matter, wait.Id, answer, Setting)) : matter;
    }

    private static Actor Who(ExampleStep step, Case matter, WorkItem? work) => step.Action switch
    {
        ExampleStep.Supplemented or ExampleStep.Withdraw => Person,
        ExampleStep.Message => Actor.System,
        ExampleStep.Pay => Official(new QueueKey(Owed(step, matter)?.Unit ?? matter.Unit, CounterDesk.Role)),
        _ => work is null ? Official() : Official(work.Queue),
    };

    private static Actor Official(params QueueKey[] queues) => new(ActorKind.Official, "example", "Ví dụ", queues.ToHashSet());

    private Case? Follow(YamlMap line, Outcome<Case> done)
    {
        if (done.Ok) return done.Value;
        Tell(line, "action", example, done.Problems[0]);
        return null;
    }

    private Case? Elsewhere(ExampleStep step, Case matter)
    {
        step.Line.Problem(step.Action == ExampleStep.Job ? "job" : "step", $"{example.Name}: hồ sơ không ở bước '{step.Step}'", $"{example.Name}: the case is not at the step '{step.Step}'",
            $"đang ở: {Where(matter)}", $"it is at: {Where(matter)}");
        return null;
    }

    internal static void Tell(YamlMap map, string key, Example example, Problem problem) =>
        map.Problem(key, $"{example.Name}: {problem.Sentence.Vi}", $"{example.Name}: {problem.Sentence.En}", problem.Remedy.Vi, problem.Remedy.En);

    private static string Where(Case matter) => matter.Open
        ? string.Join(", ", matter.Work.Select(w => w.Element).Concat(matter.Waits.Select(w => w.Element)))
        : CaseStore.Name(matter.Status);
}
