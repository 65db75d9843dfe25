using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HaiDang.Feel;
using HaiDang.Feel.Functions;
using HaiDang.Feel.Values;
using HaiDang.Testing;

namespace HaiDang.Feel.Tests;

/// <summary>What holds for all numbers, dates and texts, tried with many of them.</summary>
public sealed class Properties
{
    private static readonly Config quick = Trials.Of(2_000);

    private static readonly string[] pieces =
    [
        "1", "0.5", "\"a\"", "x", "Monthly income", "item", "partial", "?", "null", "true", "@\"2026-01-30\"", "@\"P1D\"", "[", "]", "(", ")", "{", "}",
        ",", ":", ".", "..", "+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or", "not", "in", "between", "instance of", "if", "then",
        "else", "for", "return", "some", "every", "satisfies", "function", "external", "list<", "number", "count(", "sort(", "date(", "context<", "a:", "//", "/*", "\\", "\"", "'",
        "flatten(", "concatenate(", "replace(", "matches(", "context put(", "split(", "mode(", "decimal(", "string(", "function(f) f(f)", "1..99999", "10 ** 6144", "partial[-1]",
    ];

    private static readonly Gen<decimal> decimals =
        from lo in Gen.Choose(int.MinValue, int.MaxValue)
        from mid in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(int.MinValue, int.MaxValue)))
        from hi in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(int.MinValue, int.MaxValue)))
        from negative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(lo, mid, hi, negative, (byte)scale);

    private static readonly Gen<string> sentences = Gen.Elements(pieces).ListOf().Select(words => string.Join(' ', words));

    private static void ForAll<T>(Gen<T> gen, Action<T> check) => Prop.ForAll(gen.ToArbitrary(), check).Check(quick);

    private static Gen<(T, T)> Two<T>(Gen<T> gen) => gen.Two().Select(p => (p.Item1, p.Item2));

    /// <summary>The exact value as a fraction of integers over a power of ten.</summary>
    private static (BigInteger Digits, int Scale) Exact(decimal d)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(d, bits);
        var digits = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | (uint)bits[0];
        return (d < 0 ? -digits : digits, d.Scale);
    }

    /// <summary>digits / 10^scale rounded half to even to 34 digits, worked out in the plainest way.</summary>
    private static string Rounded(BigInteger digits, int scale)
    {
        while (BigInteger.Abs(digits) >= BigInteger.Pow(10, 34))
        {
            // one cut for all surplus digits, so that nothing is rounded twice
            var surplus = BigInteger.Abs(digits).ToString().Length - 34;
            var unit = BigInteger.Pow(10, surplus);
            var (quotient, rest) = BigInteger.DivRem(digits, unit);
            var twice = BigInteger.Abs(rest) * 2;
            if (twice > unit || (twice == unit && !quotient.IsEven))
            {
                quotient += digits.Sign;
            }
            (digits, scale) = (quotient, scale - surplus);
        }
        while (scale > 0 && digits % 10 == 0)
        {
            (digits, scale) = (digits / 10, scale - 1);
        }
        if (scale <= 0)
        {
            return (digits * BigInteger.Pow(10, -scale)).ToString();
        }
        var text = BigInteger.Abs(digits).ToString().PadLeft(scale + 1, '0');
        return (digits.Sign < 0 ? "-" : "") + text[..^scale] + "." + text[^scale..];
    }

    private static FeelValue Run(string expression, decimal a, decimal b) =>
        FeelExpression.Parse(expression).Value!.Evaluate(FeelScope.Empty.With("a", FeelValue.Of(a)).With("b", FeelValue.Of(b)));

    [Fact]
    public void Sums_and_differences_are_exact_to_34_digits() => ForAll(Two(decimals), pair =>
    {
        var ((x, sx), (y, sy)) = (Exact(pair.Item1), Exact(pair.Item2));
        var scale = Math.Max(sx, sy);
        var (left, right) = (x * BigInteger.Pow(10, scale - sx), y * BigInteger.Pow(10, scale - sy));
        Assert.Equal(Rounded(left + right, scale), Run("a + b", pair.Item1, pair.Item2).ToText());
        Assert.Equal(Rounded(left - right, scale), Run("a - b", pair.Item1, pair.Item2).ToText());
    });

    [Fact]
    public void Products_are_exact_to_34_digits() => ForAll(Two(decimals), pair =>
    {
        var ((x, sx), (y, sy)) = (Exact(pair.Item1), Exact(pair.Item2));
        Assert.Equal(Rounded(x * y, sx + sy), Run("a * b", pair.Item1, pair.Item2).ToText());
    });

    [Fact]
    public void Quotients_are_nearest_to_34_digits() => ForAll(Two(decimals), pair =>
    {
        var (a, b) = pair;
        if (b == 0)
        {
            Assert.Equal(FeelValue.Null, Run("a / b", a, b));
            return;
        }
        var ((x, sx), (y, sy)) = (Exact(a), Exact(b));
        // enough digits that the cut is decided, and one that says whether anything remained
        const int more = 140;
        var (quotient, rest) = BigInteger.DivRem(x * BigInteger.Pow(10, more), y);
        var digits = quotient * 10 + (rest.IsZero ? 0 : rest.Sign * y.Sign);
        Assert.Equal(Rounded(digits, sx - sy + more + 1), Run("a / b", a, b).ToText());
    });

    [Fact]
    public void Arithmetic_agrees_with_decimal_where_decimal_is_exact() => ForAll(
        Two(Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 100m)), pair =>
        {
            var (a, b) = pair;
            Assert.Equal(a + b, Run("a + b", a, b).AsDecimal);
            Assert.Equal(a - b, Run("a - b", a, b).AsDecimal);
            Assert.Equal(a * b, Run("a * b", a, b).AsDecimal);
            Assert.Equal(a < b, Run("a < b", a, b).AsBoolean);
            Assert.Equal(a == b, Run("a = b", a, b).AsBoolean);
            Assert.Equal(Math.Floor(a), Run("floor(a)", a, b).AsDecimal);
            Assert.Equal(decimal.Round(a, 1, MidpointRounding.ToEven), Run("decimal(a, 1)", a, b).AsDecimal);
            Assert.Equal(decimal.Round(a, 1, MidpointRounding.AwayFromZero), Run("round half up(a, 1)", a, b).AsDecimal);
        });

    [Fact]
    public void Every_way_of_rounding_agrees_with_whole_numbers() => ForAll(Two(decimals), pair =>
    {
        var n = FeelValue.Of(pair.Item1).AsNum;
        foreach (var mode in Enum.GetValues<Rounding>())
        {
            var rounded = n.Round(2, mode)!.Value;
            var gap = Num.Subtract(n, rounded)!.Value;
            Assert.True(new Num(-0.01m).CompareTo(gap) < 0 && gap.CompareTo(new Num(0.01m)) < 0, $"{n} {mode} {rounded}");
            Assert.True(Num.Multiply(rounded, 100)!.Value.IsInteger);
            Assert.Equal(rounded, n.ToWide().Round(2, mode) is { } wide ? Num.From(wide) : null);
        }
    });

    [Fact]
    public void A_number_has_one_form() => ForAll(decimals, d =>
    {
        var text = FeelValue.Of(d).ToText();
        var read = FeelExpression.Parse(text).Value!.Evaluate(FeelScope.Empty);
        Assert.Equal(FeelValue.Of(d), read);
        Assert.Equal(FeelValue.Of(d).GetHashCode(), read.GetHashCode());
        Assert.Equal(d, read.AsDecimal);
    });

    [Fact]
    public void Roots_squared_come_back() => ForAll(decimals, d =>
    {
        var root = Run("sqrt(abs(a))", d, 0).AsNum;
        var back = Num.Multiply(root, root)!.Value;
        var gap = Num.Subtract(back, Math.Abs(d))!.Value;
        Assert.True(gap.Sign == 0 || Num.Divide(gap, Math.Abs(d))!.Value is { } relative && relative.CompareTo(1e-28m) < 0 && relative.CompareTo(-1e-28m) > 0);
    });

    [Fact]
    public void Days_and_dates_are_one_to_one() => ForAll(Gen.Choose(int.MinValue, int.MaxValue).Select(n => (long)n * 170), day =>
    {
        var date = FeelDate.FromDays(day)!;
        Assert.Equal(day, date.Days);
        Assert.Equal(date, FeelDate.Parse(date.ToString()));
        Assert.Equal(date.Days + 1, FeelDate.FromDays(day + 1)!.Days);
        Assert.Equal(date.Weekday % 7 + 1, FeelDate.FromDays(day + 1)!.Weekday);
    });

    [Fact]
    public void The_calendar_agrees_with_the_framework() => ForAll(Gen.Choose(0, DateOnly.MaxValue.DayNumber), number =>
    {
        var expected = DateOnly.FromDayNumber(number);
        var date = new FeelDate(expected.Year, expected.Month, expected.Day);
        Assert.Equal(number - new DateOnly(1970, 1, 1).DayNumber, date.Days);
        Assert.Equal(expected.DayOfYear, date.DayOfYear);
        Assert.Equal(expected.DayOfWeek, (DayOfWeek)(date.Weekday % 7));
        Assert.Equal(System.Globalization.ISOWeek.GetWeekOfYear(expected.ToDateTime(default)), date.WeekOfYear);
    });

    [Fact]
    public void Durations_read_back() => ForAll(Gen.Choose(int.MinValue, int.MaxValue).Two(), pair =>
    {
        var duration = new DayTime((Int128)pair.Item1 * 1_000_000_007 * 1_000 + pair.Item2);
        Assert.Equal(FeelValue.Of(duration), DurationText.Parse(duration.ToString()));
        var months = new YearMonth(pair.Item1);
        Assert.Equal(FeelValue.Of(months), DurationText.Parse(months.ToString()));
    });

    [Fact]
    public void Sorting_sorts() => ForAll(Gen.Choose(-20, 20).ListOf(), numbers =>
    {
        var list = FeelValue.List(numbers.Select(n => FeelValue.Of((decimal)n)));
        var sorted = FeelExpression.Parse("sort(list, function(x, y) x < y)").Value!.Evaluate(FeelScope.Empty.With("list", list));
        Assert.Equal(numbers.Order(), sorted.AsList!.Select(v => (int)v.AsDecimal!.Value));
    });

    private static void Survives(string text)
    {
        var scope = new FeelScope(FeelValue.Context([new("x", FeelValue.List([FeelValue.Of(1), FeelValue.Of(2)])), new("Monthly income", FeelValue.Of(5))]))
        {
            Limits = new() { Steps = 10_000 },
        };
        var notes = new List<FeelDiagnostic>();
        var parse = FeelExpression.Parse(text, ["Monthly income"]);
        Assert.Equal(parse.Value is null, parse.Diagnostics.Count > 0);
        Assert.All(parse.Diagnostics, d => Assert.InRange(d.Line, 1, 1 + text.Count(c => c == '\n')));
        if (parse.Value?.Evaluate(scope, notes) is { } value)
        {
            Assert.NotNull(value.ToString());
            Assert.NotNull(value.ToText());
            value.ToJson();
            value.GetHashCode();
        }
        FeelUnaryTests.Parse(text).Value?.Test(FeelValue.Of(1), scope, notes);
        FeelType.Parse(text);
    }

    [Fact]
    public void Any_function_takes_or_refuses_any_arguments()
    {
        string[] samples =
        [
            "null", "true", "0", "-1", "2.5", "10 ** 40", "\"\"", "\"abc\"", "\"2026-01-30\"", "@\"2026-01-30\"", "@\"999999999-12-31\"", "@\"10:00:00@Europe/Paris\"",
            "@\"2026-01-30T10:00:00Z\"", "@\"P1DT1H\"", "@\"-P1M\"", "[]", "[1, null, \"a\"]", "[true, false]", "[[1], [\"a\"]]", "{}", "{key: \"a\", value: 1}", "[1..5)", "(< 5)",
            "function(x, y) x < y", "function() 1", "abs",
        ];
        var values = samples.Select(s => FeelExpression.Parse(s).Value!.Evaluate(FeelScope.Empty)).ToArray();
        var random = new Random(20_260_201);
        foreach (var function in Library.Functions.Values)
        {
            for (var i = 0; i < 3_000; i++)
            {
                var arguments = Enumerable.Range(0, random.Next(0, 5)).Select(_ => values[random.Next(values.Length)]).ToArray();
                var notes = new List<FeelDiagnostic>();
                var result = FeelValue.Of(function).Invoke(arguments, new FeelScope(FeelValue.Null) { Limits = new() { Steps = 1_000 } }, notes);
                Assert.NotNull(result.ToString());
            }
        }
    }

    [Fact]
    public void Any_order_of_words_is_read_or_refused() => ForAll(sentences, Survives);

    [Fact]
    public void Any_text_is_read_or_refused() => ForAll(ArbMap.Default.GeneratorFor<string>().Where(s => s is not null), Survives);

    [Fact]
    public void Random_bytes_are_read_or_refused()
    {
        var random = new Random(20_260_130);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            Survives(i % 2 == 0 ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes.Select(b => (byte)(32 + b % 95)).ToArray()));
        }
    }

    [Fact]
    public void One_character_less_more_or_other_is_read_or_refused()
    {
        var random = new Random(20_260_131);
        string[] seeds =
        [
            "for x in [1, 2], y in x..5 return if x > y then {a: x, b: function(n) n ** 2} else sort([y, x], function(p, q) p < q)",
            "some p in people[age > 18 and name in (\"a\", \"b\")] satisfies p.Monthly income between 1 and 2 or matches(p.name, \"^a+$\")",
            "date and time(\"2026-01-30T10:00:00@Europe/Paris\") + duration(\"P1DT2H\") > @\"2026-01-30T00:00:00Z\"",
            "{a: [1..5), \"b c\": ]1..2[, d: (>= 3), f: function(x: list<number>) external {}} instance of context<a: range<number>>",
            "string join(for w in split(\"a b c\", \" \") return upper case(substring(w, 1, 1)), \"-\") + string(context put({}, [\"x\", \"y\"], 1))",
        ];
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder(seeds[i % seeds.Length]);
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, pieces[random.Next(pieces.Length)]),
                    _ => text.Replace(text[at], (char)random.Next(32, 127), at, 1),
                };
            }
            Survives(text.ToString());
        }
    }
}
