using HaiDang.Dmn;
using HaiDang.Feel;
using static HaiDang.Dmn.Tests.Models;

namespace HaiDang.Dmn.Tests;

/// <summary>Decision tables and types, one line a rule: what stands here is what the engine does.</summary>
public sealed class Specification
{
    /// <summary>cell | value of the input | whether the rule matches. Also in scope: limit 7, low 2.</summary>
    private const string CellLines = """
        -                               | 5                      | yes
        -                               | null                   | yes
        5                               | 5                      | yes
        5                               | 5.0                    | yes
        5                               | 6                      | no
        5                               | "5"                    | no
        5                               | null                   | no
        -5                              | -5                     | yes
        0.1                             | 0.10                   | yes
        1, 2, 3                         | 2                      | yes
        1, 2, 3                         | 4                      | no
        < 18                            | 17.999                 | yes
        < 18                            | 18                     | no
        <= 18                           | 18                     | yes
        > 0                             | 0                      | no
        >= 0                            | 0                      | yes
        = 4                             | 4                      | yes
        != 4                            | 5                      | yes
        != 4                            | 4                      | no
        < 18                            | null                   | no
        < 18                            | "17"                   | no
        < "m"                           | "a"                    | yes
        < "m"                           | "z"                    | no
        [1..3]                          | 1                      | yes
        [1..3]                          | 3                      | yes
        [1..3]                          | 0                      | no
        [1..3]                          | null                   | no
        (1..3]                          | 1                      | no
        ]1..3]                          | 1                      | no
        [1..3)                          | 3                      | no
        [1..3[                          | 3                      | no
        (1..3)                          | 2                      | yes
        ["a".."f"]                      | "c"                    | yes
        < 0, > 100                      | 101                    | yes
        < 0, > 100                      | 50                     | no
        [1..3], [7..9]                  | 8                      | yes
        [1..3], 5                       | 5                      | yes
        not(5)                          | 5                      | no
        not(5)                          | 6                      | yes
        not(1, 2)                       | 2                      | no
        not(1, 2)                       | 3                      | yes
        not(< 18)                       | 18                     | yes
        not([1..3])                     | 2                      | no
        not([1..3], [7..9])             | 5                      | yes
        not("a", "b")                   | "c"                    | yes
        not(null)                       | 5                      | yes
        "a"                             | "a"                    | yes
        "a"                             | "A"                    | no
        "a", "b"                        | "b"                    | yes
        "Máy Tơ"                        | "Máy Tơ"               | yes
        ""                              | ""                     | yes
        ""                              | null                   | no
        true                            | true                   | yes
        true                            | false                  | no
        true                            | null                   | no
        false                           | false                  | yes
        true, false                     | true                   | yes
        null                            | null                   | yes
        null                            | 0                      | no
        date("2026-11-22")              | date("2026-11-22")     | yes
        @"2026-11-22"                   | date("2026-11-23")     | no
        < date("2026-01-01")            | date("2025-12-31")     | yes
        >= @"2026-01-01"                | @"2026-01-01"          | yes
        [@"2026-01-01"..@"2026-12-31"]  | @"2026-06-30"          | yes
        [@"2026-01-01"..@"2026-12-31"]  | @"2027-01-01"          | no
        > duration("P3D")               | duration("P4D")        | yes
        <= @"PT8H"                      | @"PT9H"                | no
        < @"P1Y"                        | @"P11M"                | yes
        < time("08:00:00")              | time("07:30:00")       | yes
        ? > 5                           | 6                      | yes
        ? > 5                           | 5                      | no
        ? > 5 and ? < 9                 | 7                      | yes
        ? > 5 or ? = 1                  | 1                      | yes
        ? in [1..3]                     | 2                      | yes
        ? between 1 and 3               | 3                      | yes
        ? * 2 = 10                      | 5                      | yes
        contains(?, "sông")             | "bên sông"             | yes
        starts with(?, "a")             | "ba"                   | no
        string length(?) > 2            | "abc"                  | yes
        matches(?, "^0[0-9]{9}$")       | "0912345678"           | yes
        matches(?, "^0[0-9]{9}$")       | "12"                   | no
        even(?)                         | 4                      | yes
        odd(?)                          | 4                      | no
        modulo(?, 3) = 0                | 9                      | yes
        list contains(?, 2)             | [1, 2]                 | yes
        count(?) > 1                    | [1]                    | no
        some n in ? satisfies n > 2     | [1, 3]                 | yes
        every n in ? satisfies n > 2    | [1, 3]                 | no
        [1, 2]                          | [1, 2]                 | yes
        [1, 2]                          | 2                      | yes
        [1, 2]                          | 3                      | no
        ?.age > 18                      | {age: 20}              | yes
        ?.age > 18                      | {age: 3}               | no
        {a: 1}                          | {a: 1}                 | yes
        limit                           | 7                      | yes
        limit                           | 6                      | no
        < limit                         | 6                      | yes
        >= limit                        | 6                      | no
        [low..limit]                    | 2                      | yes
        (low..limit)                    | 2                      | no
        limit + 1                       | 8                      | yes
        not(limit)                      | 7                      | no
        if limit > 5 then 1 else 2      | 1                      | yes
        day of week(?) = "Sunday"       | @"2026-11-22"          | yes
        ?.year = 2026                   | @"2026-11-22"          | yes
        not(starts with(?, "a"))        | "ba"                   | yes
        1e2                             | 100                    | yes
        1/0                             | 5                      | no
        """;

    /// <summary>policy | rules (cell → output, parted by semicolons) | value of the input | what the table gives</summary>
    private const string PolicyLines = """
        UNIQUE        | < 5 → "a"; >= 5 → "b"                   | 3    | "a"
        UNIQUE        | < 5 → "a"; >= 5 → "b"                   | 5    | "b"
        UNIQUE        | < 5 → "a"; < 9 → "b"                    | 3    | null
        UNIQUE        | < 5 → "a"; < 9 → "b"                    | 7    | "b"
        UNIQUE        | < 5 → "a"                               | 7    | null
        UNIQUE        | < 5 → "a"; < 9 → "a"                    | 3    | null
        UNIQUE        | - → x * 2                               | 4    | 8
        UNIQUE        | 1 → [1, 2]; 2 → {a: 1}                  | 2    | {a: 1}
        UNIQUE        | 1 → null                                | 1    | null
        ANY           | < 5 → "a"; < 9 → "a"                    | 3    | "a"
        ANY           | < 5 → "a"; < 9 → "b"                    | 3    | null
        ANY           | < 5 → 1; < 9 → 1.0                      | 3    | 1
        ANY           | < 5 → "a"                               | 7    | null
        FIRST         | < 5 → "a"; < 9 → "b"                    | 3    | "a"
        FIRST         | < 5 → "a"; < 9 → "b"; - → "c"           | 7    | "b"
        FIRST         | < 5 → "a"; < 9 → "b"; - → "c"           | 70   | "c"
        FIRST         | < 5 → "a"                               | 9    | null
        FIRST         | - → "c"; < 5 → "a"                      | 3    | "c"
        RULE ORDER    | < 5 → "a"; < 9 → "b"                    | 3    | ["a", "b"]
        RULE ORDER    | < 9 → "b"; < 5 → "a"                    | 3    | ["b", "a"]
        RULE ORDER    | < 5 → "a"; < 9 → "b"                    | 7    | ["b"]
        RULE ORDER    | < 5 → "a"                               | 7    | null
        RULE ORDER    | < 5 → "a"; < 9 → "a"                    | 3    | ["a", "a"]
        COLLECT       | < 5 → 1; < 9 → 2                        | 3    | [1, 2]
        COLLECT       | < 5 → 1; < 9 → 2                        | 7    | [2]
        COLLECT       | < 5 → 1; < 9 → 1                        | 3    | [1, 1]
        COLLECT       | < 5 → 1                                 | 7    | null
        COLLECT+SUM   | < 5 → 1; < 9 → 2; - → 0.5               | 3    | 3.5
        COLLECT+SUM   | < 5 → 1; < 9 → 2                        | 7    | 2
        COLLECT+SUM   | < 5 → 1                                 | 7    | null
        COLLECT+SUM   | - → "a"; - → "b"                        | 7    | null
        COLLECT+MIN   | < 5 → 4; < 9 → 2                        | 3    | 2
        COLLECT+MIN   | < 5 → "b"; < 9 → "a"                    | 3    | "a"
        COLLECT+MIN   | - → @"2026-02-01"; - → @"2026-01-01"    | 3    | @"2026-01-01"
        COLLECT+MIN   | < 5 → 1                                 | 7    | null
        COLLECT+MAX   | < 5 → 4; < 9 → 2                        | 3    | 4
        COLLECT+MAX   | - → @"PT1H"; - → @"PT90M"               | 3    | @"PT1H30M"
        COLLECT+MAX   | < 5 → 1                                 | 7    | null
        COLLECT+COUNT | < 5 → 4; < 9 → 2                        | 3    | 2
        COLLECT+COUNT | < 5 → "a"; < 9 → "a"                    | 3    | 2
        COLLECT+COUNT | < 5 → 1                                 | 7    | 0
        """;

    /// <summary>policy | values of the output, best first | rules | value of the input | what the table gives</summary>
    private const string OrderLines = """
        PRIORITY     | "high","mid","low" | < 5 → "low"; < 9 → "high"              | 3  | "high"
        PRIORITY     | "high","mid","low" | < 5 → "low"; < 9 → "high"              | 7  | "high"
        PRIORITY     | "high","mid","low" | < 5 → "low"; < 9 → "mid"; - → "low"    | 3  | "mid"
        PRIORITY     | "high","mid","low" | < 5 → "low"                            | 7  | null
        PRIORITY     | 3,2,1              | < 5 → 1; < 9 → 3                       | 3  | 3
        OUTPUT ORDER | "high","mid","low" | < 5 → "low"; < 9 → "high"; - → "mid"   | 3  | ["high", "mid", "low"]
        OUTPUT ORDER | "high","mid","low" | < 5 → "low"; < 9 → "high"; - → "mid"   | 7  | ["high", "mid"]
        OUTPUT ORDER | "high","mid","low" | < 5 → "low"; < 9 → "low"               | 3  | ["low", "low"]
        OUTPUT ORDER | "high","low"       | < 5 → "low"                            | 7  | null
        """;

    /// <summary>type of the decision | its expression | what it gives after the implicit conversions</summary>
    private const string TypeLines = """
        Any                       | 5                              | 5
        number                    | 5                              | 5
        number                    | "5"                            | null
        number                    | [5]                            | 5
        number                    | [5, 6]                         | null
        number                    | null                           | null
        string                    | "a"                            | "a"
        string                    | 5                              | null
        string                    | ["a"]                          | "a"
        boolean                   | 1 < 2                          | true
        boolean                   | "true"                         | null
        date                      | date("2026-01-01")             | @"2026-01-01"
        date                      | "2026-01-01"                   | null
        date                      | @"2026-01-01T08:00:00"         | null
        date and time             | date("2026-01-01")             | @"2026-01-01T00:00:00Z"
        dateTime                  | @"2026-01-01T08:00:00"         | @"2026-01-01T08:00:00"
        time                      | time("08:00:00")               | @"08:00:00"
        days and time duration    | duration("P1D")                | @"P1D"
        dayTimeDuration           | duration("P1D")                | @"P1D"
        days and time duration    | duration("P1M")                | null
        years and months duration | duration("P1M")                | @"P1M"
        yearMonthDuration         | duration("P1D")                | null
        context                   | {a: 1}                         | {a: 1}
        list                      | [1, "a"]                       | [1, "a"]
        list                      | 5                              | [5]
        tAge                      | 5                              | 5
        tAge                      | 200                            | null
        tAge                      | "5"                            | null
        tRisk                     | "low"                          | "low"
        tRisk                     | "lower"                        | null
        tAges                     | [1, 2]                         | [1, 2]
        tAges                     | 1                              | [1]
        tAges                     | [1, 200]                       | null
        tAges                     | ["a"]                          | null
        tAges                     | [1, null]                      | [1, null]
        tAges                     | []                             | []
        tPerson                   | {name: "An", age: 5}           | {name: "An", age: 5}
        tPerson                   | {name: "An", age: 5, more: 1}  | {name: "An", age: 5, more: 1}
        tPerson                   | {name: "An"}                   | null
        tPerson                   | {name: "An", age: null}        | {name: "An", age: null}
        tPerson                   | {name: 5, age: 5}              | null
        tPerson                   | {name: "An", age: 200}         | null
        tPeople                   | [{name: "An", age: 5}]         | [{name: "An", age: 5}]
        tPeople                   | {name: "An", age: 5}           | [{name: "An", age: 5}]
        boolean                   | 5 instance of tAge             | true
        boolean                   | 200 instance of tAge           | true
        boolean                   | "a" instance of tAge           | false
        boolean                   | [1, 2] instance of tAges       | true
        boolean                   | 1 instance of tAges            | false
        boolean                   | {name: "An", age: 5} instance of tPerson         | true
        boolean                   | {name: "An"} instance of tPerson                 | false
        boolean                   | [{name: "An", age: 5}] instance of list<tPerson> | true
        boolean                   | {a: 1} instance of context<a: tAge>              | true
        """;

    private const string Types = """
        <itemDefinition name="tAge"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemDefinition>
        <itemDefinition name="tRisk"><typeRef>string</typeRef><allowedValues><text>"high", "low"</text></allowedValues></itemDefinition>
        <itemDefinition name="tAges" isCollection="true"><typeRef>tAge</typeRef></itemDefinition>
        <itemDefinition name="tPerson"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="age"><typeRef>tAge</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="tPeople" isCollection="true"><typeRef>tPerson</typeRef></itemDefinition>
        """;

    public static TheoryData<string, string, string> Cells => Lines(CellLines, l => (l[0], l[1], l[2]));

    public static TheoryData<string, string, string> Expressions => Lines(TypeLines, l => (l[0], l[1], l[2]));

    public static IEnumerable<ITheoryDataRow> Policies => Split(PolicyLines).Select(l => new TheoryDataRow<string, string, string, string, string>(l[0], "", l[1], l[2], l[3]));

    public static IEnumerable<ITheoryDataRow> Orders => Split(OrderLines).Select(l => new TheoryDataRow<string, string, string, string, string>(l[0], l[1], l[2], l[3], l[4]));

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_matches(string cell, string value, string matches)
    {
        var model = Model(Input("x") + Input("limit") + Input("low") + Decision("d", Table("FIRST", $"x || out\n{(cell.Length == 0 ? " " : cell)} || \"yes\"\n- || \"no\""), "Any", "in:x", "in:limit", "in:low"));
        model.Gives("d", $"{{x: {value}, limit: 7, low: 2}}", $"\"{matches}\"");
    }

    [Theory, MemberData(nameof(Policies)), MemberData(nameof(Orders))]
    public void A_hit_policy_gives(string policy, string values, string rules, string value, string gives)
    {
        var drawing = $"x || out{(values.Length == 0 ? "" : " = " + values)}\n" + string.Join('\n', rules.Split(';').Select(r => r.Replace("→", "||")));
        Model(Input("x") + Decision("d", Table(policy, drawing), "Any", "in:x")).Gives("d", $"{{x: {value}}}", gives);
    }

    [Theory, MemberData(nameof(Expressions))]
    public void A_type_makes_of_a_value(string type, string expression, string gives) =>
        Model(Types + Decision("d", Literal(expression), type)).Gives("d", "{}", gives);

    private static TheoryData<string, string, string> Lines(string lines, Func<string[], (string, string, string)> pick) => new(Split(lines).Select(pick));

    private static IEnumerable<string[]> Split(string lines) => lines.Split('\n').Where(l => l.Trim().Length > 0).Select(l => l.Split(" | ").Select(part => part.Trim()).ToArray());
}
