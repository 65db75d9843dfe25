using System.Globalization;
using System.Text;

namespace HaiDang.Feel.Reading;

/// <summary>Divides a text into tokens (DMN 1.5 §10.3.1.2, grammar rules 27 to 35 and 62 to 66).</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] signs =
        ["..", "**", "<=", ">=", "!=", "->", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":", ".", "@", "'", "’"];

    /// <summary>What people write who know other languages, and what it is here.</summary>
    private static readonly (string Written, string Meant)[] foreigners =
        [("==", "="), ("&&", "and"), ("||", "or"), ("%", "modulo(a, b)"), ("^", "**")];

    private readonly List<Token> tokens = [];
    private int at;

    /// <summary>What stopped the reading, if anything did, and where.</summary>
    internal FeelDiagnostic? Problem { get; private set; }

    /// <summary>The tokens, the last of which is the end.</summary>
    internal List<Token> Read()
    {
        while (Problem is null && SkipSpace() && at < text.Length)
        {
            ReadToken();
        }
        tokens.Add(new(TokenKind.End, "", text.Length, text.Length));
        return tokens;
    }

    private void ReadToken()
    {
        var start = at;
        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && IsDigit(at + 1)))
        {
            SkipDigits();
            if (at < text.Length && text[at] == '.' && IsDigit(at + 1))
            {
                at++;
                SkipDigits();
            }
            if (at < text.Length && text[at] is ('e' or 'E') && (IsDigit(at + 1) || (IsDigit(at + 2) && text[at + 1] is ('+' or '-'))))
            {
                at += 2;
                SkipDigits();
            }
            tokens.Add(new(TokenKind.Number, text[start..at], start, at));
        }
        else if (c == '"')
        {
            ReadString();
        }
        else if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var width) == System.Buffers.OperationStatus.Done && Names.IsStart(rune))
        {
            at += width;
            SkipName();
            tokens.Add(new(TokenKind.Name, text[start..at], start, at));
        }
        else if (Foreign() is { } foreign)
        {
            Stop(Says.BadOperator, at, foreign.Written, foreign.Meant);
        }
        else if (Sign() is { } sign)
        {
            at += sign.Length;
            tokens.Add(new(TokenKind.Sign, sign, start, at));
        }
        else
        {
            Stop(c is '“' or '”' or '„' or '‘' or '«' or '`' ? Says.BadQuote : Says.BadCharacter, at, rune.ToString());
        }
    }

    private (string Written, string Meant)? Foreign()
    {
        foreach (var foreigner in foreigners)
        {
            if (text.AsSpan(at).StartsWith(foreigner.Written, StringComparison.Ordinal))
            {
                return foreigner;
            }
        }
        return text[at] == '!' && (at + 1 == text.Length || text[at + 1] != '=') ? ("!", "not(…)") : null;
    }

    private string? Sign()
    {
        foreach (var sign in signs)
        {
            if (text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal))
            {
                return sign;
            }
        }
        return null;
    }

    private void SkipName()
    {
        while (at < text.Length && Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var width) == System.Buffers.OperationStatus.Done && Names.IsPart(rune))
        {
            at += width;
        }
    }

    private bool IsDigit(int i) => i < text.Length && char.IsAsciiDigit(text[i]);

    private void SkipDigits()
    {
        while (IsDigit(at))
        {
            at++;
        }
    }

    /// <summary>Skips white space and comments; false at a comment without end.</summary>
    private bool SkipSpace()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\u200B' or '\u180E')
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    Stop(Says.UnclosedComment, at);
                    return false;
                }
                at = end + 2;
            }
            else
            {
                break;
            }
        }
        return true;
    }

    private void ReadString()
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length && text[at] is not ('\n' or '\r'))
        {
            var c = text[at++];
            if (c == '"')
            {
                tokens.Add(new(TokenKind.String, value.ToString(), start, at));
                return;
            }
            if (c != '\\' || !ReadEscape(value))
            {
                value.Append(c);
            }
        }
        Stop(Says.UnclosedString, start);
    }

    /// <summary>Reads what follows a backslash; false, having read nothing, when it is no escape and the backslash stands for itself.</summary>
    private bool ReadEscape(StringBuilder value)
    {
        if (at == text.Length)
        {
            return false;
        }
        switch (text[at])
        {
            case 'n': value.Append('\n'); break;
            case 'r': value.Append('\r'); break;
            case 't': value.Append('\t'); break;
            case '"' or '\'' or '\\': value.Append(text[at]); break;
            case 'u': return ReadCode(4, value);
            case 'U': return ReadCode(6, value);
            default: return false;
        }
        at++;
        return true;
    }

    private bool ReadCode(int digits, StringBuilder value)
    {
        if (at + 1 + digits > text.Length
            || !int.TryParse(text.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF)
        {
            return false;
        }
        if (code is >= 0xD800 and <= 0xDFFF)
        {
            value.Append((char)code);
        }
        else
        {
            value.Append(char.ConvertFromUtf32(code));
        }
        at += 1 + digits;
        return true;
    }

    private void Stop(Saying saying, int place, params string[] what)
    {
        var (line, column) = new LineMap(text).Place(place);
        Problem = saying.At(line, column, what);
    }
}
