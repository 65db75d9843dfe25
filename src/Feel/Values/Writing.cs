using System.Runtime.CompilerServices;
using System.Text;

namespace HaiDang.Feel.Values;

/// <summary>Values as text: for people (<c>string()</c>) and as FEEL that reads back to the same value.</summary>
internal static class Writing
{
    private const int Longest = 1_000_000;

    /// <summary>As FEEL's <c>string()</c>: dates, times and durations bare; strings bare outside of lists and contexts.</summary>
    internal static string Text(FeelValue value) => value.Kind switch
    {
        FeelKind.List or FeelKind.Context or FeelKind.Range => Write(value, bare: true),
        _ => Scalar(value) ?? Literal(value),
    };

    internal static string Literal(FeelValue value) => Write(value, bare: false);

    private static string? Scalar(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => "null",
        FeelKind.Boolean => value.IsTrue ? "true" : "false",
        FeelKind.Number => value.AsNum.ToString(),
        FeelKind.String => value.As<string>(),
        FeelKind.Date => value.As<FeelDate>().ToString(),
        FeelKind.Time => value.As<FeelTime>().ToString(),
        FeelKind.DateTime => value.As<FeelDateTime>().ToString(),
        FeelKind.DaysAndTimeDuration => value.As<DayTime>().ToString(),
        FeelKind.YearsAndMonthsDuration => value.As<YearMonth>().ToString(),
        _ => null,
    };

    private static string Write(FeelValue value, bool bare)
    {
        var text = new StringBuilder();
        Write(value, bare, text);
        return text.ToString();
    }

    private static void Write(FeelValue value, bool bare, StringBuilder text)
    {
        if (text.Length > Longest || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            text.Append('…');
            return;
        }
        switch (value.Kind)
        {
            case FeelKind.String:
                Quote(value.As<string>(), text);
                break;
            case FeelKind.Date or FeelKind.Time or FeelKind.DateTime or FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration:
                text.Append(bare ? Scalar(value) : $"@\"{Scalar(value)}\"");
                break;
            case FeelKind.List:
                text.Append('[');
                var first = true;
                foreach (var item in value.As<ListValue>().Span)
                {
                    text.Append(first ? "" : ", ");
                    Write(item, bare, text);
                    first = false;
                }
                text.Append(']');
                break;
            case FeelKind.Context:
                WriteEntries(value.As<ContextValue>(), bare, text);
                break;
            case FeelKind.Range:
                WriteRange(value.As<RangeValue>(), bare, text);
                break;
            case FeelKind.Function:
                text.Append(value.As<FunctionValue>());
                break;
            default:
                text.Append(Scalar(value));
                break;
        }
    }

    private static void WriteEntries(ContextValue entries, bool bare, StringBuilder text)
    {
        text.Append('{');
        for (var i = 0; i < entries.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (Names.IsSimple(entries.Names[i]))
            {
                text.Append(entries.Names[i]);
            }
            else
            {
                Quote(entries.Names[i], text);
            }
            text.Append(": ");
            Write(entries.Items[i], bare, text);
        }
        text.Append('}');
    }

    private static void WriteRange(RangeValue range, bool bare, StringBuilder text)
    {
        var sign = range.Form switch
        {
            RangeForm.Less => "(<",
            RangeForm.LessOrEqual => "(<=",
            RangeForm.Greater => "(>",
            RangeForm.GreaterOrEqual => "(>=",
            RangeForm.Equal => "(=",
            RangeForm.NotEqual => "(!=",
            _ => null,
        };
        if (sign is not null)
        {
            text.Append(sign).Append(' ');
            Write(range.HasStart ? range.Start : range.End, bare, text);
            text.Append(')');
            return;
        }
        text.Append(range.StartIncluded ? '[' : '(');
        Write(range.Start, bare, text);
        text.Append("..");
        Write(range.End, bare, text);
        text.Append(range.EndIncluded ? ']' : ')');
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\u0085' or '\u2028' or '\u2029' => text.Append($"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }
}
