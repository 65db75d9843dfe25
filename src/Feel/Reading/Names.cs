using System.Text;

namespace HaiDang.Feel.Reading;

/// <summary>The letters of names and the words that are not names (DMN 1.5 §10.3.1.2, grammar rules 26 to 30).</summary>
internal static class Names
{
    /// <summary>Words that end a name which nobody has declared.</summary>
    private static readonly HashSet<string> stops = ["and", "or", "in", "between", "instance", "then", "else", "return", "satisfies"];

    private static readonly HashSet<string> keywords =
        [.. stops, "if", "for", "some", "every", "function", "true", "false", "null", "not", "of", "external"];

    internal static bool EndsName(in Token token) => token.Kind == TokenKind.Name && stops.Contains(token.Text);

    internal static bool IsStart(Rune r) => r.Value switch
    {
        '?' or '_' => true,
        < 0x80 => char.IsAsciiLetter((char)r.Value),
        // white space by rule 61, although it lies within the ranges of rule 28
        0x1680 or 0x180E => false,
        _ => r.Value is (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6) or (>= 0xF8 and <= 0x2FF) or (>= 0x370 and <= 0x37D)
            or (>= 0x37F and <= 0x1FFF) or (>= 0x200C and <= 0x200D) or (>= 0x2070 and <= 0x218F) or (>= 0x2C00 and <= 0x2FEF)
            or (>= 0x3001 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFFD) or (>= 0x10000 and <= 0xEFFFF),
    };

    internal static bool IsPart(Rune r) => IsStart(r) || r.Value is (>= '0' and <= '9') or 0xB7 or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040);

    /// <summary>Whether the name can stand in an expression without being declared or quoted.</summary>
    internal static bool IsSimple(string name)
    {
        if (name.Length == 0 || keywords.Contains(name) || !Rune.TryGetRuneAt(name, 0, out var first) || !IsStart(first))
        {
            return false;
        }
        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsPart(rune))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>One space for every run of white space, none at the ends.</summary>
    internal static string Collapse(ReadOnlySpan<char> text)
    {
        var name = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = name.Length > 0;
                continue;
            }
            if (gap)
            {
                name.Append(' ');
                gap = false;
            }
            name.Append(c);
        }
        return name.ToString();
    }
}

/// <summary>Names of several tokens, found by their first: the longest that fits is meant (DMN 1.5 §10.3.1.5).</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, List<(string[] Tokens, string Name)>> byFirst = new(StringComparer.Ordinal);

    /// <summary>Adds a name; false, and nothing is added, when it is a single token.</summary>
    internal bool Add(string name)
    {
        var lexer = new Lexer(name);
        var tokens = lexer.Read();
        if (lexer.Problem is not null || tokens.Count <= 2 || tokens[0].Kind != TokenKind.Name || tokens.Exists(t => t.Kind == TokenKind.String))
        {
            return false;
        }
        if (!byFirst.TryGetValue(tokens[0].Text, out var list))
        {
            byFirst[tokens[0].Text] = list = [];
        }
        list.Add(([.. tokens.Take(tokens.Count - 1).Select(t => t.Text)], name));
        return true;
    }

    /// <summary>Takes back the latest name of that text.</summary>
    internal void Remove(string name)
    {
        foreach (var list in byFirst.Values)
        {
            var i = list.FindLastIndex(n => n.Name == name);
            if (i >= 0)
            {
                list.RemoveAt(i);
                return;
            }
        }
    }

    /// <summary>The longest name that begins at a token, with the count of its tokens.</summary>
    internal (string Name, int Count)? Match(List<Token> tokens, int at)
    {
        if (!byFirst.TryGetValue(tokens[at].Text, out var list))
        {
            return null;
        }
        (string Name, int Count)? best = null;
        foreach (var (parts, name) in list)
        {
            if (parts.Length > (best?.Count ?? 1) && Fits(parts, tokens, at))
            {
                best = (name, parts.Length);
            }
        }
        return best;
    }

    private static bool Fits(string[] parts, List<Token> tokens, int at)
    {
        if (at + parts.Length > tokens.Count)
        {
            return false;
        }
        for (var i = 0; i < parts.Length; i++)
        {
            if (tokens[at + i].Kind == TokenKind.String || tokens[at + i].Text != parts[i])
            {
                return false;
            }
        }
        return true;
    }
}
