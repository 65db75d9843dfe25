using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace HaiDang.Feel.Functions;

/// <summary>
/// Regular expressions of XPath and XQuery 3.1 (DMN 1.5 table 74 takes <c>matches</c>, <c>replace</c> and <c>split</c> from there),
/// run by the framework's engine: in linear time, or within a time limit where a pattern refers back to its groups.
/// </summary>
internal sealed class Pattern
{
    private const int Kept = 256;
    private const int Longest = 1_000;

    /// <summary>The steps of compiling a pattern that is not among those kept.</summary>
    private const int Compiling = 500;
    private static readonly TimeSpan patience = TimeSpan.FromMilliseconds(200);
    private static readonly ConcurrentDictionary<(string, string), Pattern> known = new();

    private readonly Regex? regex;
    private readonly Saying? error;

    private Pattern(Regex? regex, Saying? error) => (this.regex, this.error) = (regex, error);

    internal static FeelValue Matches(in Call call, string input, string pattern, string? flags) =>
        Find(call, input, pattern, flags, out var regex)
            ? Run(call, pattern, () => FeelValue.Of(regex.IsMatch(input)))
            : default;

    internal static FeelValue Replace(in Call call, string input, string pattern, string replacement, string? flags)
    {
        if (!Find(call, input, pattern, flags, out var regex))
        {
            return default;
        }
        if (regex.IsMatch(""))
        {
            return call.Frame.Fail(call.At, Says.EmptyPattern, pattern);
        }
        var literal = flags?.Contains('q') == true;
        if (Replacement(replacement, regex, literal) is not { } prepared)
        {
            return call.Frame.Fail(call.At, Says.BadReplacement, replacement);
        }
        if ((long)input.Length * Math.Max(1, replacement.Length) > 50L * call.Frame.Limits.StringLength)
        {
            return call.Frame.Fail(call.At, Says.TooLongString, call.Frame.Limits.StringLength);
        }
        var result = Run(call, pattern, () => FeelValue.Of(regex.Replace(input, prepared)));
        return result.AsString is { } text ? call.Text(text) : result;
    }

    internal static FeelValue Split(in Call call, string input, string delimiter)
    {
        if (!Find(call, input, delimiter, null, out var regex))
        {
            return default;
        }
        return Run(call, delimiter, () =>
        {
            var parts = new ListBuilder();
            var from = 0;
            foreach (var match in regex.EnumerateMatches(input))
            {
                if (match.Length == 0)
                {
                    continue;
                }
                parts.Add(FeelValue.Of(input[from..match.Index]));
                from = match.Index + match.Length;
            }
            parts.Add(FeelValue.Of(input[from..]));
            return FeelValue.Of(parts.View());
        });
    }

    private static FeelValue Run(in Call call, string pattern, Func<FeelValue> work)
    {
        try
        {
            return work();
        }
        catch (RegexMatchTimeoutException)
        {
            call.Spend(call.Frame.Limits.Steps / 4);
            return call.Frame.Fail(call.At, Says.SlowPattern, pattern);
        }
    }

    private static bool Find(in Call call, string input, string pattern, string? flags, [NotNullWhen(true)] out Regex? regex)
    {
        regex = null;
        if (!call.Spend(1 + input.Length / 64 + pattern.Length))
        {
            return false;
        }
        var key = (pattern, flags ?? "");
        if (!known.TryGetValue(key, out var found))
        {
            if (!call.Spend(Compiling))
            {
                return false;
            }
            found = Compile(pattern, flags ?? "");
            if (known.Count >= Kept)
            {
                known.Clear();
            }
            known[key] = found;
        }
        if (found.error is not null)
        {
            call.Frame.Fail(call.At, found.error, found.error == Says.BadFlags ? flags : pattern);
        }
        regex = found.regex;
        return regex is not null;
    }

    private static Pattern Compile(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            options |= flag switch
            {
                's' => RegexOptions.Singleline,
                'm' => RegexOptions.Multiline,
                'i' => RegexOptions.IgnoreCase,
                _ => RegexOptions.None,
            };
            if (flag is not ('s' or 'm' or 'i' or 'x' or 'q'))
            {
                return new(null, Says.BadFlags);
            }
        }
        if (pattern.Length > Longest)
        {
            return new(null, Says.BadPattern);
        }
        var translated = flags.Contains('q') ? Regex.Escape(pattern) : Translate(flags.Contains('x') ? WithoutSpace(pattern) : pattern, flags.Contains('s'), flags.Contains('m'));
        if (translated is null)
        {
            return new(null, Says.BadPattern);
        }
        try
        {
            return new(new Regex(translated, options | RegexOptions.NonBacktracking, patience), null);
        }
        catch (NotSupportedException)
        {
            return new(new Regex(translated, options, patience), null);
        }
        catch (ArgumentException)
        {
            return new(null, Says.BadPattern);
        }
    }

    /// <summary>The pattern in the framework's syntax; null when XPath does not have it.</summary>
    private static string? Translate(string pattern, bool dotAll, bool multiline)
    {
        var text = new StringBuilder(pattern.Length + 8);
        var set = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\':
                    if (++i == pattern.Length || Escape(pattern[i], set > 0) is not { } escape)
                    {
                        return null;
                    }
                    text.Append(escape);
                    break;
                case '[':
                    if (set > 0 && (i == 0 || pattern[i - 1] != '-'))
                    {
                        return null;
                    }
                    set++;
                    text.Append(c);
                    break;
                case ']' when set > 0:
                    set--;
                    text.Append(c);
                    break;
                case '(' when set == 0:
                    if (i + 1 < pattern.Length && pattern[i + 1] == '?' && (i + 2 == pattern.Length || pattern[i + 2] != ':'))
                    {
                        return null;
                    }
                    text.Append(c);
                    break;
                case '.' when set == 0 && !dotAll:
                    text.Append(@"[^\n\r]");
                    break;
                case '$' when set == 0:
                    // only at the very end, not before a line break there
                    text.Append(multiline ? "$" : @"\z");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }
        return text.ToString();
    }

    /// <summary>The pattern as the flag x means it: white space outside of character classes does not count.</summary>
    private static string WithoutSpace(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var set = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            set += pattern[i] == '[' ? 1 : pattern[i] == ']' ? -1 : 0;
            if (set > 0 || !char.IsWhiteSpace(pattern[i]))
            {
                text.Append(pattern[i]);
            }
        }
        return text.ToString();
    }

    private static string? Escape(char c, bool inSet) => c switch
    {
        'n' or 'r' or 't' or 's' or 'S' or 'd' or 'D' or 'w' or 'W' or 'p' or 'P' => "\\" + c,
        'i' => inSet ? @"\p{L}_:" : @"[\p{L}_:]",
        'I' => inSet ? null : @"[^\p{L}_:]",
        'c' => inSet ? @"\p{L}\p{N}\p{M}_:.\-" : @"[\p{L}\p{N}\p{M}_:.\-]",
        'C' => inSet ? null : @"[^\p{L}\p{N}\p{M}_:.\-]",
        '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')' or '{' or '}' or '-' or '[' or ']' or '^' or '$' => "\\" + c,
        >= '1' and <= '9' when !inSet => "\\" + c,
        _ => null,
    };

    /// <summary>The replacement in the framework's syntax; null when it is malformed.</summary>
    private static string? Replacement(string text, Regex regex, bool literal)
    {
        if (literal)
        {
            return text.Replace("$", "$$", StringComparison.Ordinal);
        }
        var groups = regex.GetGroupNumbers().Length - 1;
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                if (++i == text.Length || text[i] is not ('\\' or '$'))
                {
                    return null;
                }
                result.Append(text[i] == '$' ? "$$" : "\\");
            }
            else if (text[i] == '$')
            {
                if (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]))
                {
                    return null;
                }
                var group = text[++i] - '0';
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && group * 10 + text[i + 1] - '0' <= groups)
                {
                    group = group * 10 + text[++i] - '0';
                }
                result.Append(group <= groups ? $"${{{group}}}" : "");
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }
}
