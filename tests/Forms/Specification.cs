using System.Text.Json.Nodes;
using static HaiDang.Forms.Tests.Says;

namespace HaiDang.Forms.Tests;

/// <summary>What each kind of field takes and refuses, one line a rule: what stands here is what the engine does.</summary>
public class Specification
{
    /// <summary>kind | attributes | answer | ok, or the code of what is wrong</summary>
    const string Lines = """
        textfield | | "abc" | ok
        textfield | | "" | ok
        textfield | | null | ok
        textfield | | 5 | wrong-type
        textfield | | true | wrong-type
        textfield | | ["a"] | wrong-type
        textfield | "validate":{"required":true} | "a" | ok
        textfield | "validate":{"required":true} | "" | required
        textfield | "validate":{"required":true} | "   " | required
        textfield | "validate":{"required":true} | null | required
        textfield | "validate":{"required":false} | null | ok
        textfield | "validate":{"minLength":3} | "abc" | ok
        textfield | "validate":{"minLength":3} | "ab" | too-short
        textfield | "validate":{"minLength":3} | "" | ok
        textfield | "validate":{"minLength":3} | "   a   " | too-short
        textfield | "validate":{"minLength":"=1 + 2"} | "ab" | too-short
        textfield | "validate":{"maxLength":3} | "abc" | ok
        textfield | "validate":{"maxLength":3} | "abcd" | too-long
        textfield | "validate":{"maxLength":3} | "Đà Nẵng" | too-long
        textfield | "validate":{"maxLength":7} | "Đà Nẵng" | ok
        textfield | "validate":{"pattern":"^[a-z]+$"} | "abc" | ok
        textfield | "validate":{"pattern":"^[a-z]+$"} | "Abc" | pattern
        textfield | "validate":{"pattern":"^[a-z]+$"} | "" | ok
        textfield | "validate":{"pattern":"\\d"} | "a1" | ok
        textfield | "validate":{"pattern":"\\d"} | "a٣" | pattern
        textfield | "validate":{"validationType":"email"} | "lan@example.vn" | ok
        textfield | "validate":{"validationType":"email"} | "lan@example" | ok
        textfield | "validate":{"validationType":"email"} | "lan" | email
        textfield | "validate":{"validationType":"email"} | "lan@" | email
        textfield | "validate":{"validationType":"email"} | "" | ok
        textfield | "validate":{"validationType":"phone"} | "+84912345678" | ok
        textfield | "validate":{"validationType":"phone"} | "0912345678" | phone
        textfield | "validate":{"validationType":"phone"} | "abc" | phone
        textfield | "properties":{"haidang:kind":"identity-number"} | "031190012345" | ok
        textfield | "properties":{"haidang:kind":"identity-number"} | "0311900123" | identity-number
        textfield | "properties":{"haidang:kind":"identity-number"} | "03119001234x" | identity-number
        textfield | "properties":{"haidang:kind":"identity-number"} | "031190012" | old-identity-number
        textfield | "properties":{"haidang:kind":"identity-number"} | "" | ok
        textfield | "properties":{"haidang:kind":"person-name"} | "Nguyễn Thị Lan" | ok
        textfield | "properties":{"haidang:kind":"person-name"} | "O'Brien-Lê Jr." | ok
        textfield | "properties":{"haidang:kind":"person-name"} | "Lan 2" | person-name
        textfield | "properties":{"haidang:kind":"person-name"} | "<b>Lan</b>" | person-name
        textfield | "properties":{"haidang:kind":"phone"} | "0912345678" | ok
        textfield | "properties":{"haidang:kind":"phone"} | "02253842111" | ok
        textfield | "properties":{"haidang:kind":"phone"} | "+4930664040900" | ok
        textfield | "properties":{"haidang:kind":"phone"} | "12345" | phone
        textfield | "properties":{"haidang:kind":"email"} | "lan@example.vn" | ok
        textfield | "properties":{"haidang:kind":"email"} | "lan@example" | email
        textfield | "properties":{"haidang:check":"x != \"no\""} | "yes" | ok
        textfield | "properties":{"haidang:check":"x != \"no\""} | "no" | check
        textfield | "properties":{"haidang:check":"starts with(x, \"HP-\")"} | "HP-1" | ok
        textfield | "properties":{"haidang:check":"starts with(x, \"HP-\")"} | "HN-1" | check
        textfield | "disabled":true,"validate":{"required":true} | "" | ok
        textfield | "conditional":{"hide":"=true"},"validate":{"required":true} | "" | ok
        textfield | "conditional":{"hide":"=false"},"validate":{"required":true} | "" | required
        textfield | "conditional":{"hide":"=unknown"},"validate":{"required":true} | "" | ok
        textarea | | "một\nhai" | ok
        textarea | | 5 | wrong-type
        textarea | "validate":{"required":true} | "\n \n" | required
        textarea | "validate":{"minLength":5} | "abc" | too-short
        textarea | "validate":{"maxLength":3} | "abcd" | too-long
        number | | 5 | ok
        number | | 5.5 | ok
        number | | -5 | ok
        number | | 0 | ok
        number | | null | ok
        number | | "năm" | not-a-number
        number | | true | not-a-number
        number | | [5] | not-a-number
        number | "validate":{"required":true} | 0 | ok
        number | "validate":{"required":true} | null | required
        number | "validate":{"min":1} | 1 | ok
        number | "validate":{"min":1} | 0 | too-small
        number | "validate":{"min":"=10 / 2"} | 4 | too-small
        number | "validate":{"max":3} | 3 | ok
        number | "validate":{"max":3} | 3.1 | too-great
        number | "validate":{"max":"=today().year"} | 2027 | too-great
        number | "validate":{"min":1,"max":3} | 2 | ok
        number | "decimalDigits":0 | 5 | ok
        number | "decimalDigits":0 | 5.5 | decimals
        number | "decimalDigits":2 | 5.25 | ok
        number | "decimalDigits":2 | 5.255 | decimals
        number | "increment":0.5 | 1.5 | ok
        number | "increment":0.5 | 1.3 | step
        number | "increment":5 | 15 | ok
        number | "increment":5 | 16 | step
        checkbox | | true | ok
        checkbox | | false | ok
        checkbox | | null | ok
        checkbox | | "true" | wrong-type
        checkbox | "validate":{"required":true} | true | ok
        checkbox | "validate":{"required":true} | false | required
        select | "values":["a","b"] | "a" | ok
        select | "values":["a","b"] | "c" | not-an-option
        select | "values":["a","b"] | null | ok
        select | "values":["a","b"] | "" | ok
        select | "values":["a","b"],"validate":{"required":true} | null | required
        select | "values":[{"label":"A","value":"a"}] | "a" | ok
        select | "values":[{"label":"A","value":"a"}] | "A" | not-an-option
        select | "values":[{"label":"5","value":5}] | 5 | ok
        select | "values":[{"label":"5","value":5}] | "5" | not-an-option
        select | "values":[{"label":"Có","value":true}] | true | ok
        select | "values":[{"label":"O","value":{"k":1}}] | {"k":1} | ok
        select | "values":[{"label":"O","value":{"k":1}}] | {"k":2} | not-an-option
        select | "valuesExpression":"=[\"a\", \"b\"]" | "b" | ok
        select | "valuesExpression":"=[\"a\", \"b\"]" | "c" | not-an-option
        select | "valuesKey":"wards" | "may-to" | ok
        select | "valuesKey":"wards" | "xa-la" | not-an-option
        radio | "values":["a","b"] | "b" | ok
        radio | "values":["a","b"] | "c" | not-an-option
        radio | "values":["a","b"],"validate":{"required":true} | null | required
        checklist | "values":["a","b"] | ["a"] | ok
        checklist | "values":["a","b"] | ["a","b"] | ok
        checklist | "values":["a","b"] | [] | ok
        checklist | "values":["a","b"] | ["c"] | not-an-option
        checklist | "values":["a","b"] | ["a","c"] | not-an-option
        checklist | "values":["a","b"] | "a" | wrong-type
        checklist | "values":["a","b"],"validate":{"required":true} | [] | required
        checklist | "values":["a","b"],"validate":{"required":true} | null | required
        taglist | "values":["a","b"] | ["b"] | ok
        taglist | "values":["a","b"] | ["c"] | not-an-option
        taglist | "values":["a","b"],"validate":{"required":true} | [] | required
        datetime | | "2026-11-22" | ok
        datetime | | null | ok
        datetime | | "2026-02-30" | not-a-date
        datetime | | "22/11/2026" | not-a-date
        datetime | | 20261122 | wrong-type
        datetime | "validate":{"required":true} | null | required
        datetime | "validate":{"required":true} | "2024-02-29" | ok
        datetime | "disallowPassedDates":true | "2026-11-22" | ok
        datetime | "disallowPassedDates":true | "2026-11-21" | date-passed
        datetime | "properties":{"haidang:kind":"past-date"} | "2026-11-22" | ok
        datetime | "properties":{"haidang:kind":"past-date"} | "2026-11-23" | date-ahead
        datetime | "properties":{"haidang:kind":"future-date"} | "2026-11-22" | ok
        datetime | "properties":{"haidang:kind":"future-date"} | "2026-11-21" | date-passed
        datetime | "subtype":"time" | "08:30" | ok
        datetime | "subtype":"time" | "24:30" | not-a-time
        datetime | "subtype":"datetime" | "2026-11-22T08:30" | ok
        datetime | "subtype":"datetime" | "2026-11-22" | not-a-time
        expression | "expression":"=1 + 1" | 7 | ok
        textfield | "properties":{"haidang:check":"string length(x) > 2","haidang:error":"Ngắn quá."} | "ab" | check
        """;

    /// <summary>expression of the second field's condition | first answer | whether the second is shown</summary>
    const string Conditions = """
        =x = "a" | "a" | hidden
        =x = "a" | "b" | shown
        =x != "a" | "b" | hidden
        =x = null | null | hidden
        =x = null | "a" | shown
        =x = "" | "" | hidden
        =x > 5 | 6 | hidden
        =x > 5 | 5 | shown
        =x < 5 or x > 9 | 10 | hidden
        =x >= 1 and x <= 3 | 2 | hidden
        =not(x) | false | hidden
        =not(x) | true | shown
        =x | true | hidden
        =x | false | shown
        =x in ["a", "b"] | "b" | hidden
        =list contains(x, "a") | ["a","b"] | hidden
        =list contains(x, "c") | ["a","b"] | shown
        =count(x) > 1 | ["a","b"] | hidden
        =count(x) > 1 | ["a"] | shown
        =string length(x) > 3 | "abcd" | hidden
        =contains(x, "sông") | "bên sông" | hidden
        =starts with(x, "b") | "abc" | shown
        =date(x) > date("2026-01-01") | "2026-11-22" | hidden
        =date(x) > date("2026-01-01") | "2025-11-22" | shown
        =date(x) < today() | "2026-11-21" | hidden
        =date(x) < today() | "2026-11-22" | shown
        =years and months duration(date(x), today()).years < 18 | "2010-01-01" | hidden
        =years and months duration(date(x), today()).years < 18 | "2000-01-01" | shown
        =matches(x, "^0[0-9]+$") | "0912" | hidden
        =if x = "a" then true else false | "a" | hidden
        =some v in x satisfies v = "b" | ["a","b"] | hidden
        =every v in x satisfies v = "b" | ["a","b"] | shown
        =x + 1 = 3 | 2 | hidden
        =x.k = 1 | {"k":1} | hidden
        =unknown = "a" | "a" | shown
        =1 = "a" | "a" | hidden
        """;

    /// <summary>kind | attributes | what is typed | what is kept</summary>
    const string Typing = """
        textfield | | "  Lan  " | "Lan"
        textfield | "properties":{"haidang:kind":"identity-number"} | "031 190 012 345" | "031190012345"
        textfield | "properties":{"haidang:kind":"person-name"} | "Nguyễn   Thị  Lan" | "Nguyễn Thị Lan"
        textfield | "properties":{"haidang:kind":"phone"} | "0912.345.678" | "0912345678"
        textfield | "properties":{"haidang:kind":"phone"} | "+84 912 345 678" | "0912345678"
        textfield | "validate":{"validationType":"phone"} | "0912 345 678" | "+84912345678"
        number | | "1.234.567" | 1234567
        number | | "1,5" | 1.5
        number | | "-2" | -2
        number | | "" | null
        select | "values":["a","b"] | "b" | "b"
        select | "values":[{"label":"5","value":5}] | "5" | 5
        radio | "values":["a"] | "a" | "a"
        datetime | | "22/11/2026" | "2026-11-22"
        datetime | | "2026-11-22" | "2026-11-22"
        datetime | "subtype":"time" | "8:05" | "08:05"
        """;

    public static IEnumerable<ITheoryDataRow> Rules => Split(Lines).Select(l => new TheoryDataRow<string, string, string, string>(l[0], l[1], l[2], l[3]));

    public static IEnumerable<ITheoryDataRow> Hides => Split(Conditions).Select(l => new TheoryDataRow<string, string, string>(l[0], l[1], l[2]));

    public static IEnumerable<ITheoryDataRow> Typed => Split(Typing).Select(l => new TheoryDataRow<string, string, string, string>(l[0], l[1], l[2], l[3]));

    [Theory, MemberData(nameof(Rules))]
    public void A_field_answers(string kind, string attributes, string answer, string says)
    {
        var context = Now with { CodeLists = new(new Dictionary<string, JsonArray> { ["wards"] = [new JsonObject { ["value"] = "may-to", ["label"] = "Máy Tơ" }] }) };
        var problems = Form(Field(kind, "x", attributes)).Validate(Json($$"""{"x":{{answer}}}"""), context).Codes();
        Assert.Equal(says == "ok" ? [] : [$"x form.{says}"], problems);
    }

    [Theory, MemberData(nameof(Hides))]
    public void A_condition_hides(string condition, string answer, string shown)
    {
        var form = Form(Field("textfield", "y", $$""" "conditional":{"hide":{{JsonValue.Create(condition).ToJsonString()}}} """));
        var visible = form.VisibleFields([], Now with { Variables = Json($$"""{"x":{{answer}}}""") });
        Assert.Equal(shown == "shown", visible.Any(field => field.Path == "y"));
    }

    [Theory, MemberData(nameof(Typed))]
    public void What_is_typed_is_kept_as(string kind, string attributes, string typed, string kept) => A(kind, attributes).Reads(JsonNode.Parse(typed)!.GetValue<string>(), kept);

    static IEnumerable<string[]> Split(string lines) => lines.Split('\n').Where(line => line.Trim().Length > 0).Select(line => line.Split(" | ").SelectMany(part => part.StartsWith("| ", StringComparison.Ordinal) ? ["", part[2..]] : new[] { part }).Select(part => part.Trim()).ToArray());
}
