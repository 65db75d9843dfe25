using System.Text;

namespace HaiDang.Fuzz.Tests;

/// <summary>Expressions by the grammar of FEEL, and heaps of its words.</summary>
internal static class FeelText
{
    private static readonly string[] atoms =
        ["1", "0", "-2.5", "1e3", "0.1", "123456789012345678901234567890", "\"a\"", "\"\"", "\"Đà Nẵng\"", "true", "false", "null", "x", "y.z", "items", "item", "today()", "@\"2026-11-22\"", "@\"P1D\"", "@\"10:30:00@Asia/Ho_Chi_Minh\"", "[]", "{}"];

    private static readonly string[] operators = ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or"];

    private static readonly string[] functions =
        ["count", "sum", "min", "max", "mean", "median", "mode", "stddev", "sort", "string", "number", "not", "abs", "floor", "sqrt", "exp", "log", "date", "time", "date and time", "duration", "upper case", "string length", "split", "matches", "flatten", "reverse", "distinct values", "concatenate", "context", "get entries", "range", "substring", "replace", "list contains", "before", "includes", "is", "modulo", "decimal", "years and months duration", "week of year", "unknown"];

    private static readonly string[] words =
        ["1", "\"a", "x", "[", "]", "(", ")", "{", "}", ",", ":", ".", "..", "+", "-", "*", "**", "=", "!=", "<", ">=", "and", "or", "not(", "in", "between", "instance of", "if", "then", "else", "for", "return", "some", "every", "satisfies", "function(", "external", "list<", "@", "?", "//", "/*", "*/", "\\u{1F40E}", "\n", "partial", "item", "date and time("];

    public static string Expression(Dice dice)
    {
        var text = new StringBuilder();
        Write(text, dice, 1 + dice.Below(5));
        return text.ToString();
    }

    public static string Heap(Dice dice)
    {
        var text = new StringBuilder();
        for (var i = dice.Below(25); i >= 0; i--) text.Append(dice.Pick(words)).Append(dice.OneIn(5) ? "" : " ");
        return text.ToString();
    }

    private static void Write(StringBuilder text, Dice dice, int depth)
    {
        if (depth <= 0)
        {
            text.Append(dice.Pick(atoms));
            return;
        }
        switch (dice.Below(13))
        {
            case 0: Join(text, dice, depth, "(", ")"); break;
            case 1: Join(text, dice, depth, "if ", " then ", " else ", ""); break;
            case 2: Join(text, dice, depth, "for x in ", " return ", ""); break;
            case 3: Join(text, dice, depth, "some x in ", " satisfies ", ""); break;
            case 4: Join(text, dice, depth, "[", ", ", "]"); break;
            case 5: Join(text, dice, depth, "{a: ", ", b: ", "}"); break;
            case 6: Join(text, dice, depth, "", "[", "]"); break;
            case 7: Join(text, dice, depth, dice.Pick(functions) + "(", ", ", ")"); break;
            case 8: Join(text, dice, depth, dice.Pick(functions) + "(", ")"); break;
            case 9: Join(text, dice, depth, dice.OneIn(2) ? "[" : "(", "..", dice.OneIn(2) ? "]" : ")"); break;
            case 10: Join(text, dice, depth, "(function(x) ", ")(", ")"); break;
            case 11: Join(text, dice, depth, "", " in (", ", > ", ")"); break;
            default: Join(text, dice, depth, "", $" {dice.Pick(operators)} ", ""); break;
        }
    }

    private static void Join(StringBuilder text, Dice dice, int depth, params ReadOnlySpan<string> parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            text.Append(parts[i]);
            if (i + 1 < parts.Length) Write(text, dice, depth - 1 - dice.Below(2));
        }
    }
}
