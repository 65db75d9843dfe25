using System.Text;

namespace HaiDang.Feel.Functions;

/// <summary>String functions (DMN 1.5 table 74). Positions and lengths count Unicode characters, not UTF-16 units.</summary>
internal static class Strings
{
    internal static void AddTo(Library library)
    {
        library.Add("substring(string: string, start position: number, length?: number)", Substring);
        library.Add("string length(string: string)", (in Call c, ReadOnlySpan<FeelValue> a) => FeelValue.Of((decimal)Length(a[0].As<string>())));
        library.Add("upper case(string: string)", (in Call c, ReadOnlySpan<FeelValue> a) => c.Text(a[0].As<string>().ToUpperInvariant()));
        library.Add("lower case(string: string)", (in Call c, ReadOnlySpan<FeelValue> a) => c.Text(a[0].As<string>().ToLowerInvariant()));
        library.Add("substring before(string: string, match: string)", (in Call c, ReadOnlySpan<FeelValue> a) => Cut(a, before: true));
        library.Add("substring after(string: string, match: string)", (in Call c, ReadOnlySpan<FeelValue> a) => Cut(a, before: false));
        library.Add("contains(string: string, match: string)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            FeelValue.Of(a[0].As<string>().Contains(a[1].As<string>(), StringComparison.Ordinal)));
        library.Add("starts with(string: string, match: string)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            FeelValue.Of(a[0].As<string>().StartsWith(a[1].As<string>(), StringComparison.Ordinal)));
        library.Add("ends with(string: string, match: string)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            FeelValue.Of(a[0].As<string>().EndsWith(a[1].As<string>(), StringComparison.Ordinal)));
        library.Add("matches(input: string, pattern: string, flags?: string)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            Pattern.Matches(c, a[0].As<string>(), a[1].As<string>(), a.Length > 2 ? a[2].AsString : null));
        library.Add("replace(input: string, pattern: string, replacement: string, flags?: string)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            Pattern.Replace(c, a[0].As<string>(), a[1].As<string>(), a[2].As<string>(), a.Length > 3 ? a[3].AsString : null));
        library.Add("split(string: string, delimiter: string)", (in Call c, ReadOnlySpan<FeelValue> a) =>
            Pattern.Split(c, a[0].As<string>(), a[1].As<string>()));
        library.Add("string join(list: list, delimiter?: string)", Join);
    }

    internal static int Length(string text)
    {
        var length = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                length--;
            }
        }
        return length;
    }

    /// <summary>The UTF-16 position of a character.</summary>
    private static int Offset(string text, int characters)
    {
        var at = 0;
        for (; characters > 0 && at < text.Length; characters--)
        {
            at += at + 1 < text.Length && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }
        return at;
    }

    private static FeelValue Substring(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var text = a[0].As<string>();
        var count = Length(text);
        if (Whole(a[1]) is not { } start || start == 0 || Math.Abs(start) > count)
        {
            return call.Refuse(a[1]);
        }
        var first = start > 0 ? start - 1 : count + start;
        var length = count - first;
        if (a.Length > 2 && !a[2].IsNull)
        {
            if (Whole(a[2]) is not { } wanted || wanted < 1)
            {
                return call.Refuse(a[2]);
            }
            length = Math.Min(length, wanted);
        }
        var from = Offset(text, first);
        return call.Text(text.Substring(from, Offset(text[from..], length)));
    }

    /// <summary>The number without its fraction, when it fits an int.</summary>
    internal static int? Whole(FeelValue value) => value.AsNum.Round(0, Rounding.Down) is { } n && n.TryInt(out var i) ? i : null;

    private static FeelValue Cut(ReadOnlySpan<FeelValue> a, bool before)
    {
        var (text, match) = (a[0].As<string>(), a[1].As<string>());
        var at = text.IndexOf(match, StringComparison.Ordinal);
        return FeelValue.Of(at < 0 ? "" : before ? text[..at] : text[(at + match.Length)..]);
    }

    private static FeelValue Join(in Call call, ReadOnlySpan<FeelValue> a)
    {
        var delimiter = a.Length > 1 ? a[1].AsString ?? "" : "";
        var text = new StringBuilder();
        var first = true;
        foreach (var item in a[0].As<ListValue>().Span)
        {
            if (item.IsNull)
            {
                continue;
            }
            if (item.AsString is not { } part)
            {
                return call.Refuse(item);
            }
            text.Append(first ? "" : delimiter).Append(part);
            first = false;
            if (text.Length > call.Frame.Limits.StringLength)
            {
                break;
            }
        }
        return call.Text(text.ToString());
    }
}
