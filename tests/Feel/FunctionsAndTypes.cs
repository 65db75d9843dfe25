using System.Text.Json.Nodes;
using HaiDang.Feel;

namespace HaiDang.Feel.Tests;

public sealed class FunctionsAndTypes : Specification
{
    [Fact]
    public void An_argument_is_named_once()
    {
        Feel("count(list: [1], list: [2])").IsRefused("feel.duplicate-name");
        Feel("substring(string: \"ab\", start position: 1, string: \"c\")").IsRefused("feel.duplicate-name");
        Feel("{f: function(a, b) a, r: f(b: 1, a: 2)}.r").Is("2");
    }

    [Fact]
    public void A_sum_says_once_what_it_cannot_add()
    {
        Feel("sum([1, \"a\"])").Value(out var notes);
        Assert.Equal("feel.bad-argument-value", Assert.Single(notes).Code);
    }

    [Fact]
    public void Functions_are_values_that_see_where_they_were_made()
    {
        Feel("{f: function(a, b) a - b, r: f(5, 3)}.r").Is("2");
        Feel("{f: function(a, b) a - b, r: f(b: 5, a: 3)}.r").Is("-2");
        Feel("{f: function(start date) start date.year, r: f(start date: @\"2026-01-30\")}.r").Is("2026");
        Feel("(function(x) x * 2)(4)").Is("8");
        Feel("{add: function(x) function(y) x + y, r: add(1)(2)}.r").Is("3");
        Feel("for f in (for i in 1..3 return function() i) return f()").Is("[1, 2, 3]");
        Feel("{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(20)}.r").Is("2432902008176640000");
        Feel("{m: {double: function(x) x * 2}, r: m.double(4)}.r").Is("8");
        Feel("{apply: function(f, x) f(x), r: apply(abs, -3)}.r").Is("3");
        Feel("twice(4)").Where("twice", "function(x) x * 2").Is("8");
    }

    [Fact]
    public void Calls_that_do_not_fit_are_null()
    {
        Feel("nothing(1)").Fails("feel.unknown-function");
        Feel("(5)(1)").Fails("feel.not-a-function");
        Feel("(function(a) a)(1, 2)").Fails("feel.argument-count");
        Feel("{f: function(a) a, r: f(b: 1)}.r").Fails("feel.no-such-parameter");
        Feel("(function(a: string) a)(1)").Fails("feel.bad-argument");
        Feel("abs()").Fails("feel.argument-count");
        Feel("abs(x: 1)").Fails("feel.no-such-parameter");
        Feel("abs(\"a\")").Fails("feel.bad-argument");
        Feel("abs(null)").Fails("feel.bad-argument");
        Feel("(function(a) external {java: {class: \"x\"}})(1)").Fails("feel.external-function");
    }

    [Fact]
    public void Parameters_convert_what_they_are_given()
    {
        Feel("(function(a: string) a)([\"x\"])").Is("\"x\"");
        Feel("(function(a: list<number>) a)(1)").Is("[1]");
        Feel("(function(a: date and time) a)(@\"2026-01-30\")").Is("@\"2026-01-30T00:00:00Z\"");
        Feel("(function(a: number) a)(null)").IsNull();
    }

    [Fact]
    public void Instance_of_asks_for_a_type()
    {
        Feel("1 instance of number").Is("true");
        Feel("-1 instance of number").Is("true");
        Feel("\"a\" instance of number").Is("false");
        Feel("null instance of number").Is("false");
        Feel("null instance of Null").Is("true");
        Feel("1 instance of Any").Is("true");
        Feel("@\"2026-01-30\" instance of date").Is("true");
        Feel("@\"2026-01-30T10:00:00\" instance of date and time").Is("true");
        Feel("@\"P1D\" instance of days and time duration").Is("true");
        Feel("@\"P1Y\" instance of years and months duration").Is("true");
        Feel("[1, 2] instance of list<number>").Is("true");
        Feel("[1, \"a\"] instance of list<number>").Is("false");
        Feel("[] instance of list<string>").Is("true");
        Feel("{a: 1, b: 2} instance of context<a: number>").Is("true");
        Feel("{b: 2} instance of context<a: number>").Is("false");
        Feel("[1..2] instance of range<number>").Is("true");
        Feel("abs instance of function<number>->number").Is("true");
        Feel("(function(a: string) a) instance of function<string>->Any").Is("true");
        Feel("(function(a: string) a) instance of function<number>->Any").Is("false");
        Feel("1 instance of tApplicant").Fails("feel.unknown-type");
        Feel("not(1 instance of string) and true").Is("true");
        Feel("[[1]] instance of list<list<number>>").Is("true");
    }

    [Fact]
    public void A_host_declares_types()
    {
        var adult = FeelType.Number.Restricted("tAdultAge", FeelUnaryTests.Parse(">= 18").Value);
        var person = FeelType.ContextOf([new("name", FeelType.String), new("age", adult)]).Restricted("tPerson");
        var scope = new FeelScope(FeelValue.Null) { Types = new Dictionary<string, FeelType> { ["tPerson"] = person, ["tAdultAge"] = adult } };

        FeelValue Of(string text) => FeelExpression.Parse(text).Value!.Evaluate(scope);

        Assert.Equal(FeelValue.Of(true), Of("{name: \"Lan\", age: 20} instance of tPerson"));
        // instance of asks for the type alone; a parameter asks for the allowed values as well
        Assert.Equal(FeelValue.Of(true), Of("{name: \"An\", age: 10} instance of tPerson"));
        Assert.Equal(FeelValue.Of(false), Of("{name: 1, age: 20} instance of tPerson"));
        Assert.Equal(FeelValue.Of(true), Of("[20, 30] instance of list<tAdultAge>"));
        Assert.Equal(FeelValue.Null, Of("(function(p: tPerson) p.name)({name: \"An\", age: 10})"));
        Assert.Equal(FeelValue.Of(20), adult.Conform(FeelValue.List([FeelValue.Of(20)]), scope));
        Assert.True(FeelType.ListOf(FeelType.Number).ConformsTo(FeelType.ListOf(FeelType.Any)));
        Assert.False(FeelType.ListOf(FeelType.Any).ConformsTo(FeelType.ListOf(FeelType.Number)));
        Assert.Equal("function<list<number>, date and time>->Any", FeelType.Parse("function< list<number> , dateTime >->Any").Value!.Name);
        Assert.Null(FeelType.Parse("list<number").Value);
    }

    [Fact]
    public void A_type_reads_what_json_cannot_say()
    {
        var person = FeelType.Parse("context<born: date, visits: list<date and time>, stay: days and time duration>").Value!;
        var json = FeelValue.FromJson(JsonNode.Parse("""{"born": "2001-02-03", "visits": ["2026-01-30T10:00:00"], "stay": "P3D", "note": "2026-01-30"}"""));
        var read = person.Read(json, FeelScope.Empty);
        Assert.Equal(Feel("{born: @\"2001-02-03\", visits: [@\"2026-01-30T10:00:00\"], stay: @\"P3D\", note: \"2026-01-30\"}").Value(out _), read);
        Assert.True(person.Accepts(read, FeelScope.Empty));
        Assert.False(person.Accepts(json, FeelScope.Empty));
        Assert.Equal(FeelValue.Of("soon"), FeelType.Date.Read(FeelValue.Of("soon"), FeelScope.Empty));
    }

    [Fact]
    public void A_type_that_names_itself_ends()
    {
        var scope = new FeelScope(FeelValue.Null)
        {
            Types = new Dictionary<string, FeelType>
            {
                ["tTree"] = FeelType.ContextOf([new("children", FeelType.Parse("list<tTree>").Value!)]),
                ["tLoop"] = FeelType.Parse("tLoop").Value!,
            },
        };
        FeelValue Of(string text) => FeelExpression.Parse(text).Value!.Evaluate(scope);
        Assert.Equal(FeelValue.Of(true), Of("{children: [{children: []}]} instance of tTree"));
        Assert.Equal(FeelValue.Of(false), Of("{children: [{}]} instance of tTree"));
        Assert.Equal(FeelValue.Of(false), Of("1 instance of tLoop"));
    }

    [Fact]
    public void A_host_gives_functions_and_calls_them()
    {
        var scope = FeelScope.Empty.With("fee", FeelValue.Function(["kind", "count"], a => FeelValue.Of(a[1].AsDecimal!.Value * 8_000)));
        Assert.Equal(FeelValue.Of(24_000), FeelExpression.Parse("fee(count: 3, kind: \"copy\")").Value!.Evaluate(scope));
        var add = FeelExpression.Parse("function(a, b) a + b").Value!.Evaluate(FeelScope.Empty);
        Assert.Equal(FeelValue.Of(3), add.Invoke([FeelValue.Of(1), FeelValue.Of(2)], FeelScope.Empty));
        var raise = FeelExpression.Parse("function(x) x + rate").Value!.Evaluate(FeelScope.Empty.With("rate", FeelValue.Of(10)));
        Assert.Equal(FeelValue.Of(11), FeelExpression.Parse("raise(1)").Value!.Evaluate(FeelScope.Empty.With("raise", raise).With("rate", FeelValue.Of(0))));
        Assert.Equal(FeelValue.Null, add.Invoke([FeelValue.Of(1)], FeelScope.Empty));
        Assert.Equal(FeelValue.Null, FeelValue.Of(1).Invoke([], FeelScope.Empty));
    }

    [Fact]
    public void Json_goes_in_and_out()
    {
        var json = """{"a":[1,2.50,true,null,"x"],"b":{"c":"2026-01-30"},"big":12345678901234567890123456789012}""";
        var value = FeelValue.FromJson(JsonNode.Parse(json));
        Assert.Equal(value, FeelValue.FromJson(System.Text.Json.JsonDocument.Parse(json).RootElement));
        Assert.Equal(FeelKind.String, value["b"]["c"].Kind);
        Assert.Equal("12345678901234567890123456789012", value["big"].ToText());
        Assert.Equal(value, FeelValue.FromJson(value.ToJson()));
        Assert.Equal("""["2026-01-30","PT1H","[1..2]"]""", Feel("[@\"2026-01-30\", @\"PT1H\", [1..2]]").Value(out _).ToJson()!.ToJsonString());
        Assert.Equal(FeelValue.Null, FeelValue.FromJson((JsonNode?)null));
        Assert.Equal(FeelValue.Of(3), FeelValue.FromJson(JsonValue.Create(3)));
    }

    [Fact]
    public void Values_meet_those_of_the_framework()
    {
        Assert.Equal(new DateOnly(2026, 1, 30), Feel("@\"2026-01-30\"").Value(out _).AsDate);
        Assert.Equal(TimeSpan.FromHours(25), Feel("@\"P1DT1H\"").Value(out _).AsTimeSpan);
        Assert.Equal(new TimeOnly(10, 30), Feel("@\"10:30:00\"").Value(out _).AsTime);
        Assert.Equal(14, Feel("@\"P1Y2M\"").Value(out _).AsMonths);
        Assert.Equal(0.3333333333333333333333333333m, Feel("1 / 3").Value(out _).AsDecimal);
        Assert.Null(Feel("10 ** 40").Value(out _).AsDecimal);
        Assert.Null(Feel("@\"12026-01-30\"").Value(out _).AsDate);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
        var moment = new DateTimeOffset(2026, 1, 30, 10, 0, 0, TimeSpan.FromHours(7));
        Assert.Equal(moment, Feel("@\"2026-01-30T10:00:00\"").Value(out _).AsDateTimeOffset(zone));
        Assert.Equal(moment, Feel("@\"2026-01-30T03:00:00Z\"").Value(out _).AsDateTimeOffset(zone));
        Assert.Equal(FeelValue.Of(moment), Feel("@\"2026-01-30T10:00:00+07:00\"").Value(out _));
        Assert.Equal("", FeelValue.Null.ToText());
        Assert.Equal(FeelValue.Null, FeelValue.Of(1)["a"]);
    }
}
