using System.Globalization;
using System.Text;

namespace HaiDang.Documents.Signing.Reading;

/// <summary>
/// Reads values one after another from the bytes of a file (ISO 32000-1 §7.2, §7.3). What is malformed gives null, never an exception.
/// </summary>
internal sealed class PdfLexer(byte[] bytes, int position)
{
    private const int DeepestNesting = 100;

    public int Position { get; private set; } = position;

    private int Current => Position >= 0 && Position < bytes.Length ? bytes[Position] : -1;

    /// <summary>The next value, or null when there is none or it is malformed.</summary>
    public PdfNode? Value(int depth = 0)
    {
        if (depth > DeepestNesting) return null;
        SkipSpace();
        return Current switch
        {
            '/' => new NameNode(Name()),
            '(' => Literal(),
            '[' => Array(depth),
            '<' => Position + 1 < bytes.Length && bytes[Position + 1] == '<' ? Dictionary(depth) : Hexadecimal(),
            (>= '0' and <= '9') or '+' or '-' or '.' => NumberOrReference(),
            't' when Word("true") => new BoolNode(true),
            'f' when Word("false") => new BoolNode(false),
            'n' when Word("null") => NullNode.It,
            _ => null,
        };
    }

    /// <summary>Passes over a word and says so, or stays where it is.</summary>
    public bool Word(string word)
    {
        SkipSpace();
        if (Position + word.Length > bytes.Length) return false;
        for (var i = 0; i < word.Length; i++)
            if (bytes[Position + i] != word[i]) return false;
        var next = Position + word.Length;
        if (next < bytes.Length && IsRegular(bytes[next])) return false;
        Position = next;
        return true;
    }

    /// <summary>The next value if it is an unsigned integer; else null.</summary>
    public int? Integer()
    {
        SkipSpace();
        var start = Position;
        while (Current is >= '0' and <= '9') Position++;
        var text = Encoding.ASCII.GetString(bytes, start, Position - start);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        Position = start;
        return null;
    }

    /// <summary>Passes over the end of line that must follow <c>stream</c> (§7.3.8.1); false when there is none.</summary>
    public bool EndOfStreamKeyword()
    {
        if (Current == '\r') Position++;
        if (Current != '\n') return false;
        Position++;
        return true;
    }

    private void SkipSpace()
    {
        while (true)
        {
            if (IsSpace(Current)) Position++;
            else if (Current == '%') while (Current is not ('\r' or '\n' or -1)) Position++;
            else return;
        }
    }

    private string Name()
    {
        Position++;
        var name = new StringBuilder();
        while (Current >= 0 && IsRegular((byte)Current))
        {
            if (Current == '#' && Hex(Position + 1) is >= 0 and var high && Hex(Position + 2) is >= 0 and var low)
            {
                name.Append((char)(high * 16 + low));
                Position += 3;
            }
            else
            {
                name.Append((char)Current);
                Position++;
            }
        }
        return name.ToString();
    }

    private PdfNode? NumberOrReference()
    {
        var start = Position;
        while (Current is (>= '0' and <= '9') or '+' or '-' or '.') Position++;
        var number = new NumberNode(Encoding.ASCII.GetString(bytes, start, Position - start));
        if (number.Real is null) return null;

        var end = Position;
        if (number.Integer is >= 0 and var target && number.Text[0] != '+' && Integer() is { } generation && Word("R")) return new RefNode(target, generation);
        Position = end;
        return number;
    }

    private ArrayNode? Array(int depth)
    {
        Position++;
        var items = new List<PdfNode>();
        while (true)
        {
            SkipSpace();
            if (Current == ']')
            {
                Position++;
                return new ArrayNode(items);
            }
            if (Value(depth + 1) is not { } item) return null;
            items.Add(item);
        }
    }

    private DictNode? Dictionary(int depth)
    {
        Position += 2;
        var entries = new List<KeyValuePair<string, PdfNode>>();
        while (true)
        {
            SkipSpace();
            if (Current == '>' && Position + 1 < bytes.Length && bytes[Position + 1] == '>')
            {
                Position += 2;
                return new DictNode(entries);
            }
            if (Current != '/') return null;
            var key = Name();
            if (Value(depth + 1) is not { } value) return null;
            entries.Add(new(key, value));
        }
    }

    private StringNode? Hexadecimal()
    {
        var start = Position++;
        var digits = new List<byte>();
        while (Current != '>')
        {
            if (Hex(Position) is >= 0 and var digit) digits.Add((byte)digit);
            else if (!IsSpace(Current)) return null;
            Position++;
        }
        Position++;
        if (digits.Count % 2 == 1) digits.Add(0);
        var value = new byte[digits.Count / 2];
        for (var i = 0; i < value.Length; i++) value[i] = (byte)(digits[2 * i] * 16 + digits[2 * i + 1]);
        return new StringNode(value, start, Position);
    }

    private StringNode? Literal()
    {
        var start = Position++;
        var value = new List<byte>();
        for (var open = 1; ; Position++)
        {
            switch (Current)
            {
                case -1: return null;
                case '(': open++; break;
                case ')' when --open == 0:
                    Position++;
                    return new StringNode([.. value], start, Position);
                case '\\':
                    Position++;
                    Escaped(value);
                    continue;
                case '\r':
                    if (Position + 1 < bytes.Length && bytes[Position + 1] == '\n') Position++;
                    value.Add((byte)'\n');
                    continue;
            }
            value.Add((byte)Current);
        }
    }

    /// <summary>Adds what an escape stands for and stays on its last byte (§7.3.4.2, table 3).</summary>
    private void Escaped(List<byte> value)
    {
        switch (Current)
        {
            case 'n': value.Add((byte)'\n'); break;
            case 'r': value.Add((byte)'\r'); break;
            case 't': value.Add((byte)'\t'); break;
            case 'b': value.Add((byte)'\b'); break;
            case 'f': value.Add((byte)'\f'); break;
            case '\r':
                if (Position + 1 < bytes.Length && bytes[Position + 1] == '\n') Position++;
                break;
            case '\n': break;
            case >= '0' and <= '7':
                var octal = 0;
                var last = Position + 2;
                for (; Position <= last && Current is >= '0' and <= '7'; Position++) octal = octal * 8 + (Current - '0');
                Position--;
                value.Add((byte)octal);
                break;
            case -1: Position--; break;
            default: value.Add((byte)Current); break;
        }
    }

    private int Hex(int at) => at >= bytes.Length ? -1 : bytes[at] switch
    {
        >= (byte)'0' and <= (byte)'9' and var d => d - '0',
        >= (byte)'A' and <= (byte)'F' and var d => d - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' and var d => d - 'a' + 10,
        _ => -1,
    };

    private static bool IsSpace(int b) => b is 0 or '\t' or '\n' or '\f' or '\r' or ' ';

    private static bool IsRegular(byte b) => !IsSpace(b) && !"()<>[]{}/%"u8.Contains(b);
}
