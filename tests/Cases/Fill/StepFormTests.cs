using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Decide;
using HaiDang.Cases.Fill;
using HaiDang.Cases.Jobs;
using HaiDang.Cases.Life;
using HaiDang.Cases.Questions;
using HaiDang.Cases.Tests.Life;
using HaiDang.Cases.Work;
using HaiDang.Contracts;
using HaiDang.Forms;
using HaiDang.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace HaiDang.Cases.Tests.Fill;

/// <summary>A step whose process names a form of its own: its official types values.</summary>
public sealed class StepFormTests
{
    private const string Code = "0100109106";

    private static readonly FormCodeLists Lists = new QuestionContext(Folder.CangThu.City, Folder.Units(Folder.CangThu.City)).ListsOf(Folder.Service(Folder.CangThu.Folder, Matter.Goods));

    /// <summary>The machine gave no code; the official is asked for it.</summary>
    private static Matter AskedForTheCode()
    {
        var matter = Matter.Sent(Matter.Goods, "2026-03-02T08:00", example: 2).Accepts();
        matter.Ends("assess").Ends("note").Ends("inspect", Verbs.Approve)
            .Does(new FinishJob(matter.Job("ask").Id, BpmnVariables.Of("response", new JsonObject { ["known"] = true })), Actor.System).Pays();
        return matter.Does(new FailJob(matter.Job("code").Id, "hỏng", Final: true), Actor.System);
    }

    private static DecideStep Types(Matter matter, params (string Key, string Value)[] values) =>
        new(matter.Step.Token, Verbs.Done, null, null, new Typed(new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value))), Lists));

    [Fact]
    public void What_is_typed_becomes_variables_and_stays_with_who_typed_it()
    {
        var matter = AskedForTheCode();
        matter.Does(Types(matter, ("taxCode", Code), ("givenBy", "thue-dong"), ("why", "Máy hỏng"), ("strange", "x")));
        Assert.Equal(Code, matter.Case.Process!.Variables["taxCode"].GetString());
        Assert.False(matter.Case.Process.Variables.ContainsKey("strange"));
        var filled = Assert.Single(matter.Case.Filled);
        Assert.Equal(("code-by-hand", "Đặng Thử Hiếu"), (filled.Element, filled.ByName));
        Assert.Equal([$"Mã số: {Code}", "Cơ quan cấp: Đội thuế chợ Đông, Chợ Đông", "Vì sao cấp tay: Máy hỏng"], filled.Words.Select(w => $"{w.Label.Vi}: {w.Value.Vi}"));
        Assert.Equal("Agency that gives it: East Market Tax Team, East Market", $"{filled.Words[1].Label.En}: {filled.Words[1].Value.En}");
    }

    /// <summary>The next version calls every step otherwise: what was typed goes along, and stands there again for whoever comes back.</summary>
    [Fact]
    public void What_was_typed_follows_its_step_into_another_version_and_back()
    {
        var matter = AskedForTheCode();
        matter.Does(Types(matter, ("taxCode", Code), ("givenBy", "thue-dong"), ("why", "Máy hỏng")));
        matter.Does(OtherVersion.Of(matter), Actor.System);
        var moved = Assert.Single(matter.Case.Filled);
        Assert.Equal(("code-by-hand-x", "code-by-hand-x"), (moved.Element, Assert.Single(matter.Service.Nodes.Keys, n => n == moved.Element)));
        matter.Does(OtherVersion.Of(matter), Actor.System);
        Assert.Equal("code-by-hand", Assert.Single(matter.Case.Filled).Element);
    }

    [Theory]
    [InlineData("", "taxCode")]
    [InlineData("12345", "taxCode")]
    [InlineData(null, "taxCode")]
    public void What_does_not_fit_the_form_is_refused_at_its_field(string? code, string field)
    {
        var matter = AskedForTheCode();
        var typed = code is null ? new DecideStep(matter.Step.Token, Verbs.Done, null, null) : Types(matter, ("taxCode", code), ("givenBy", "thue-dong"));
        var problem = matter.Ask(typed, matter.Holder()).Problems[0];
        Assert.Equal((field, "Hãy ghi 10 chữ số."), (problem.Field, problem.Sentence.Vi));
        Assert.Empty(matter.Case.Filled);
    }

    [Fact]
    public void What_is_no_option_is_refused_too()
    {
        var matter = AskedForTheCode();
        Assert.Equal("givenBy", Assert.Single(matter.Ask(Types(matter, ("taxCode", Code), ("givenBy", "cho-dong")), matter.Holder()).Problems).Field);
    }

    [Fact]
    public void The_fields_begin_with_what_the_form_offers_and_keep_what_was_typed_wrong()
    {
        var matter = AskedForTheCode();
        var form = StepQuestions.Of(matter.Service, "code-by-hand", Verbs.Done)!;
        var context = StepQuestions.Context(matter.Case, matter.Step, Verbs.Done, matter.Now.InZone(matter.Zone), Lists);
        var begun = StepQuestions.Begin(form, matter.Case, matter.Step, context);
        Assert.Equal("thue-dong", (string?)begun["givenBy"]);
        Assert.Contains(form.At(begun, context).Fields, f => f.Path == "why");
        var read = StepQuestions.Read(form, new FormCollection(new Dictionary<string, StringValues> { ["taxCode"] = "12 ba", ["givenBy"] = "thue-tran", ["why"] = "" }), begun, context);
        Assert.Equal(("12 ba", "thue-tran"), ((string?)read["taxCode"], (string?)read["givenBy"]));
        Assert.Null(StepQuestions.Of(matter.Service, "code-by-hand", Verbs.Return));
        Assert.Null(StepQuestions.Of(matter.Service, "inspect", Verbs.Approve));
    }

    [Fact]
    public void Later_officials_read_it_and_what_the_process_found_in_words()
    {
        var matter = AskedForTheCode();
        Assert.Equal(["Luồng: Vàng", "Sổ đăng ký có tên: Có"], KnownSoFar.Of(matter.Case, matter.Service).Select(l => $"{l.Label.Vi}: {l.Value.Vi}"));
        matter.Does(Types(matter, ("taxCode", Code), ("givenBy", "thue-dong")));
        Assert.Contains(KnownSoFar.Of(matter.Case, matter.Service), l => l.Label.En == "Tax code" && l.Value.En == Code);
    }

    [Fact]
    public void What_the_verb_will_do_is_foreseen_before_anything_is_typed()
    {
        var matter = AskedForTheCode();
        var foreseen = Foresee.Effects(Verbs.Done, matter.Step, matter.Case, matter.Setting, matter.Holder(), matter.Units);
        Assert.Contains("Chờ tàu báo", Assert.Single(foreseen.Value).Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void The_replay_is_equal()
    {
        var matter = AskedForTheCode();
        matter.Does(Types(matter, ("taxCode", Code), ("givenBy", "thue-dong")));
        Assert.Equal(CaseStore.Write(matter.Case), CaseStore.Write(Evolve.Fold(matter.Events)));
    }
}
