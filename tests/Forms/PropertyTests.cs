using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HaiDang.Testing;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

/// <summary>What holds for every form and all answers.</summary>
public class PropertyTests
{
    static readonly string[] Keys = ["a", "b", "c", "d"];

    /// <summary>Any JSON, as text.</summary>
    static readonly Gen<string> AnyValue = Gen.OneOf(
        Gen.Elements("null", "true", "false", "\"x\"", "\"y\"", "\"\"", "\"2026-11-22\"", "[]", """["x"]""", """["x","z"]""", """{"name":"x","odd":1}"""),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => JsonValue.Create(text.Get).ToJsonString()),
        Gen.Choose(-50, 50).Select(number => number.ToString()));

    static readonly Gen<JsonObject> Answers =
        from values in AnyValue.ArrayOf(Keys.Length)
        from rows in AnyValue.ArrayOf()
        select Json($$"""{"rows":[{{string.Join(',', rows)}}],"odd":1,{{string.Join(',', Keys.Zip(values, (key, value) => $"\"{key}\":{value}"))}}}""");

    static Gen<string> Condition(IReadOnlyList<string> keys) =>
        from key in Gen.Elements<string>(keys)
        from value in Gen.Elements("\\\"x\\\"", "\\\"y\\\"", "null", "true", "5", "\\\"\\\"")
        from sign in Gen.Elements("=", "!=")
        select $"={key} {sign} {value}";

    /// <summary>A field that depends on none but those before it in <see cref="Keys"/>.</summary>
    static Gen<string> Component(string key, params IReadOnlyList<string> earlier) =>
        from type in Gen.Elements("textfield", "textarea", "number", "checkbox", "datetime", "radio", "checklist", "expression")
        from hide in earlier.Count == 0 ? Gen.Constant("") : Gen.OneOf(Gen.Constant(""), Condition(earlier).Select(condition => $$""" ,"conditional":{"hide":"{{condition}}"} """))
        from source in earlier.Count == 0 ? Gen.Constant("1") : Gen.Elements<string>(earlier)
        from required in Gen.Elements("true", "false")
        from disabled in Gen.Frequency((6, Gen.Constant("false")), (1, Gen.Constant("true")))
        select Field(type, key, $$""" "values":["x","y"],"expression":"={{source}}","disabled":{{disabled}},"validate":{"required":{{required}}}{{hide}} """);

    static readonly Gen<Form> AnyForm =
        from a in Component("a")
        from b in Component("b", "a")
        from c in Component("c", "a", "b")
        from d in Component("d", "a", "b", "c")
        from hide in Condition(["a", "b", "c"])
        from inner in Component("name", Keys)
        from order in Gen.Shuffle(new[] { Group("one", "", a, b), c, Group("two", $$""" "conditional":{"hide":"{{hide}}"} """, d, List("rows", "", inner)) })
        select Form(order);

    static void Holds(Func<Form, JsonObject, bool> law) =>
        Check.One(Trials.Of(400), Prop.ForAll(AnyForm.ToArbitrary(), Answers.ToArbitrary(), law));

    [Fact] public void Cleaning_twice_changes_nothing() => Holds((form, answers) => JsonNode.DeepEquals(form.Clean(answers, Now), form.Clean(form.Clean(answers, Now), Now)));

    [Fact] public void What_is_submitted_is_of_the_form() => Holds((form, answers) => form.Clean(answers, Now).All(pair => form.Type[pair.Key] is not null));

    [Fact] public void Cleaning_drops_nothing_that_is_checked() => Holds((form, answers) => form.Validate(answers, Now).SequenceEqual(form.Validate(form.Clean(answers, Now), Now)));

    [Fact] public void Pages_together_have_all_problems() => Holds((form, answers) => form.Pages.SelectMany(page => form.Validate(answers, Now, page.Id)).SequenceEqual(form.Validate(answers, Now)));

    [Fact] public void Answers_are_not_changed() => Holds((form, answers) =>
    {
        var before = answers.DeepClone();
        form.Clean(answers, Now);
        form.Validate(answers, Now);
        form.Summary(answers, "vi", Now);
        return JsonNode.DeepEquals(before, answers);
    });

    [Fact] public void Every_page_is_reached() => Holds((form, answers) =>
    {
        var reached = new List<FormPage>();
        for (var page = form.NextPage(answers, null, Now); page is not null; page = form.NextPage(answers, page.Id, Now)) reached.Add(page);
        return reached.SequenceEqual(form.VisiblePages(answers, Now));
    });

    [Fact] public void Problems_are_of_visible_fields() => Holds((form, answers) =>
        form.Validate(answers, Now).Select(problem => problem.Path).All(form.VisibleFields(answers, Now).Select(node => node.Path).ToHashSet().Contains));

    [Fact]
    public void What_is_shown_reads_back()
    {
        var form = Form(Field("number", "n"), Field("datetime", "d"), Field("textfield", "t"));
        Check.One(Trials.Of(500), Prop.ForAll(
            (from units in Gen.Choose(int.MinValue, int.MaxValue) from digits in Gen.Choose(0, 5) select units / (decimal)Math.Pow(10, digits)).ToArbitrary(),
            Gen.Choose(0, 3_000_000).Select(DateOnly.FromDayNumber).ToArbitrary(),
            (number, day) =>
            {
                var data = new JsonObject { ["n"] = number, ["d"] = day.ToString("yyyy-MM-dd"), ["t"] = "" };
                var nodes = form.VisibleFields(data, Now);
                var moment = nodes[1].Moment;
                var again = form.Read(Posted(("n", nodes[0].Typed), ("d.day", moment.Day), ("d.month", moment.Month), ("d.year", moment.Year), ("t", "")), form.Pages[0], Now).Data;
                var shown = form.Read(Posted(("n", nodes[0].ValueWords("vi")), ("d", nodes[1].ValueWords("vi")), ("t", "")), form.Pages[0], Now).Data;
                return JsonNode.DeepEquals(JsonNode.Parse(data.ToJsonString()), JsonNode.Parse(again.ToJsonString())) && JsonNode.DeepEquals(JsonNode.Parse(again.ToJsonString()), JsonNode.Parse(shown.ToJsonString()));
            }));
    }

    [Fact]
    public void Reading_never_throws()
    {
        const string whole = """{"type":"default","schemaVersion":19,"components":[{"type":"group","id":"g","path":"p","components":[{"type":"select","key":"a","label":"={{b}}","values":[{"label":"x","value":1}],"validate":{"required":true,"min":"=1"},"conditional":{"hide":"=b = 1"}}]},{"type":"dynamiclist","path":"l","components":[{"type":"number","key":"n","defaultValue":5}]}]}""";
        Check.One(Trials.Of(3000), Prop.ForAll(
            Gen.Choose(0, whole.Length - 1).ToArbitrary(), Gen.Choose(0, 12).ToArbitrary(), Gen.Elements("", "\"", "{", "}", "[", "]", "null", "5", "\u0000", "=", ",", ":", "\"components\":", "\\ud800", "true").ToArbitrary(),
            (at, length, with) =>
            {
                var read = FormReader.Read(whole.Remove(at, Math.Min(length, whole.Length - at)).Insert(at, with), "f");
                read.Form?.Validate(read.Form.Defaults(), Now);
                return read.Form is not null || read.HasErrors;
            }));
    }
}
