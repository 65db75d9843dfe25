using System.Globalization;
using System.Text.RegularExpressions;
using HaiDang.Dmn.Reading;

namespace HaiDang.Dmn.Checking;

/// <summary>What the values of a column are.</summary>
internal enum Domain
{
    Number,
    Date,
    Text,
    Boolean,
}

/// <summary>A constant in a cell: a number, a date as its day number, or a text (true and false for booleans).</summary>
internal readonly record struct Constant(Domain Domain, decimal Number, string Text);

/// <summary>An interval between constants; a missing end is unbounded.</summary>
internal readonly record struct Span(decimal? From, bool FromIn, decimal? To, bool ToIn)
{
    public bool HoldsPoint(decimal at) => (From is not { } f || at > f || (at == f && FromIn)) && (To is not { } t || at < t || (at == t && ToIn));

    public bool HoldsBetween(decimal? after, decimal? before) =>
        (From is not { } f || (after is { } a && a >= f)) && (To is not { } t || (before is { } b && b <= t));
}

/// <summary>
/// A cell understood: which values pass. Understood are constants, comparisons with constants, ranges between constants,
/// lists of these, and <c>not(…)</c> around them.
/// </summary>
internal sealed partial record Cell(bool IsAny, bool IsNot, IReadOnlyList<Constant> Equal, IReadOnlyList<Span> Spans, Domain? Domain)
{
    private static readonly Cell Any = new(true, false, [], [], null);

    /// <summary>The cell, or null when it holds anything else.</summary>
    public static Cell? Read(string text)
    {
        text = text.Trim();
        if (text is "" or "-") return Any;
        var not = Not().Match(text);
        var parts = CellText.Split(not.Success ? not.Groups[1].Value : text);
        var (equal, spans, domains) = (new List<Constant>(), new List<Span>(), new HashSet<Domain>());
        foreach (var part in parts)
        {
            if (Range().Match(part) is { Success: true } range)
            {
                if (ReadConstant(range.Groups[2].Value) is not { } from || ReadConstant(range.Groups[3].Value) is not { } to) return null;
                if (!Ordered(from.Domain) || from.Domain != to.Domain) return null;
                spans.Add(new(from.Number, range.Groups[1].Value == "[", to.Number, range.Groups[4].Value == "]"));
                domains.Add(from.Domain);
            }
            else if (Comparison().Match(part) is { Success: true } comparison)
            {
                if (ReadConstant(comparison.Groups[2].Value) is not { } end) return null;
                if (comparison.Groups[1].Value == "=") equal.Add(end);
                else if (!Ordered(end.Domain)) return null;
                else spans.AddRange(Compare(comparison.Groups[1].Value, end.Number));
                domains.Add(end.Domain);
            }
            else if (ReadConstant(part) is { } constant)
            {
                equal.Add(constant);
                domains.Add(constant.Domain);
            }
            else return null;
        }
        if (domains.Count != 1) return null;
        var domain = domains.Single();
        if (Ordered(domain))
        {
            spans.AddRange(equal.Select(e => new Span(e.Number, true, e.Number, true)));
            equal.Clear();
        }
        return new(false, not.Success, equal, spans, domain);
    }

    private static bool Ordered(Domain domain) => domain is Checking.Domain.Number or Checking.Domain.Date;

    private static IEnumerable<Span> Compare(string sign, decimal end) => sign switch
    {
        "<" => [new(null, false, end, false)],
        "<=" => [new(null, false, end, true)],
        ">" => [new(end, false, null, false)],
        ">=" => [new(end, true, null, false)],
        _ => [new(null, false, end, false), new(end, false, null, false)], // !=
    };

    private static Constant? ReadConstant(string text)
    {
        text = text.Trim();
        if (text is "true" or "false") return new(Checking.Domain.Boolean, 0, text);
        if (Text().Match(text) is { Success: true } quoted) return new(Checking.Domain.Text, 0, quoted.Groups[1].Value);
        if (Date().Match(text) is { Success: true } date)
            return DateOnly.TryParseExact(date.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new(Checking.Domain.Date, day.DayNumber, "") : null;
        return Number().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new(Checking.Domain.Number, number, "") : null;
    }

    [GeneratedRegex(@"^not\s*\((.*)\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Not();

    [GeneratedRegex(@"^([\[\](])(.+?)\.\.(.+)([\])\[])$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(<=|>=|!=|<|>|=)(.+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comparison();

    [GeneratedRegex("^\"((?:[^\"\\\\]|\\\\.)*)\"$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Text();

    [GeneratedRegex(@"^(?:date\s*\(\s*""(?<day>\d{4}-\d{2}-\d{2})""\s*\)|@""(?<day>\d{4}-\d{2}-\d{2})"")$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(@"^-?(?:\d+(?:\.\d+)?|\.\d+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
