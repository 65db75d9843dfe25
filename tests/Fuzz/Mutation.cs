using System.Text;

namespace HaiDang.Fuzz.Tests;

/// <summary>Makes wrong texts out of right ones, and texts out of nothing.</summary>
internal static class Mutation
{
    private static readonly string[] shards =
        ["\0", "\"", "'", "<", ">", "</", "/>", "&amp;", "&#x0;", "<!--", "]]>", "<![CDATA[", "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-0", "\\u0000", "\uFEFF", "\uD800", "Đ", "=", "=1/0",
         "id=\"start\"", "sourceRef=\"end\"", "\"components\":[", "\"type\":\"group\"", "\"haidang:check\":\"=x\"", "  ", "\n", "999999999999", "-1"];

    /// <summary>A text with a few pieces cut, doubled, swapped, changed or put in.</summary>
    public static string Of(string text, Dice dice)
    {
        var made = new StringBuilder(text);
        for (var i = dice.Below(4); i >= 0 && made.Length > 0; i--)
        {
            var at = dice.Below(made.Length);
            var length = Math.Min(made.Length - at, 1 + dice.Below(dice.OneIn(4) ? 200 : 8));
            switch (dice.Below(5))
            {
                case 0: made.Remove(at, length); break;
                case 1: made.Insert(at, made.ToString(at, length)); break;
                case 2: made.Insert(at, dice.Pick(shards)); break;
                case 3: made[at] = (char)dice.Below(dice.OneIn(3) ? 0x10000 : 128); break;
                default: made.Insert(dice.Below(made.Length), made.ToString(at, length)).Remove(Math.Min(at, made.Length - length), length); break;
            }
        }
        return made.ToString();
    }

    /// <summary>Random bytes, read as text.</summary>
    public static string Bytes(Dice dice)
    {
        var bytes = new byte[dice.Below(80)];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)dice.Below(256);
        return Encoding.UTF8.GetString(bytes);
    }
}
