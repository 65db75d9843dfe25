using System.Globalization;
using System.Text;

namespace HaiDang.Documents.Pdf;

/// <summary>A value of a PDF file (ISO 32000-1 §7.3), able to write itself.</summary>
internal abstract record PdfValue
{
    public abstract void WriteTo(PdfBytes to);

    public static implicit operator PdfValue(int value) => new PdfNumber(value);
    public static implicit operator PdfValue(double value) => new PdfNumber(value);
    public static implicit operator PdfValue(bool value) => new PdfKeyword(value ? "true" : "false");
}

/// <summary>A number; reals keep at most four digits after the point.</summary>
internal sealed record PdfNumber(double Value) : PdfValue
{
    public override void WriteTo(PdfBytes to) => to.Ascii(Text(Value));

    public static string Text(double value)
    {
        var text = Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed record PdfKeyword(string Word) : PdfValue
{
    public override void WriteTo(PdfBytes to) => to.Ascii(Word);
}

/// <summary>A name, written with its solidus; bytes outside the regular characters are escaped (§7.3.5).</summary>
internal sealed record PdfName(string Name) : PdfValue
{
    public override void WriteTo(PdfBytes to)
    {
        to.Ascii("/");
        foreach (var b in Encoding.UTF8.GetBytes(Name))
        {
            if (b is > 0x20 and < 0x7F && !"()<>[]{}/%#".Contains((char)b)) to.Byte(b);
            else to.Ascii("#" + b.ToString("X2", CultureInfo.InvariantCulture));
        }
    }
}

/// <summary>A text string for people, as UTF-16BE with its mark (§7.9.2.2).</summary>
internal sealed record PdfText(string Text) : PdfValue
{
    public override void WriteTo(PdfBytes to) => to.Ascii("<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Text)) + ">");
}

/// <summary>A string of plain ASCII, such as a date or an address.</summary>
internal sealed record PdfAscii(string Text) : PdfValue
{
    public override void WriteTo(PdfBytes to)
    {
        to.Ascii("(");
        foreach (var c in Text)
        {
            if (c is '(' or ')' or '\\') to.Ascii("\\" + c);
            else if (c is >= ' ' and < (char)0x7F) to.Byte((byte)c);
            else to.Ascii("\\" + Convert.ToString((byte)c, 8).PadLeft(3, '0'));
        }
        to.Ascii(")");
    }
}

/// <summary>A string of bytes, in hexadecimal.</summary>
internal sealed record PdfHex(byte[] Value) : PdfValue
{
    public override void WriteTo(PdfBytes to) => to.Ascii("<" + Convert.ToHexString(Value) + ">");
}

/// <summary>A reference to an indirect object of generation 0.</summary>
internal sealed record PdfRef(int Number) : PdfValue
{
    public override void WriteTo(PdfBytes to) => to.Ascii(Number.ToString(CultureInfo.InvariantCulture) + " 0 R");
}

/// <summary>An array.</summary>
internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue
{
    public PdfArray(params PdfValue[] items) : this((IReadOnlyList<PdfValue>)items) { }

    public override void WriteTo(PdfBytes to)
    {
        to.Ascii("[");
        for (var i = 0; i < Items.Count; i++)
        {
            if (i > 0) to.Ascii(" ");
            Items[i].WriteTo(to);
        }
        to.Ascii("]");
    }
}

/// <summary>A dictionary; entries keep the order of their making, so that output is deterministic.</summary>
internal sealed record PdfDict : PdfValue
{
    private readonly List<(string Key, PdfValue Value)> entries = [];

    public PdfDict() { }

    private PdfDict(PdfDict original) : base(original) => entries = [.. original.entries];

    public PdfValue? this[string key]
    {
        set
        {
            if (value is not null) entries.Add((key, value));
        }
    }

    public override void WriteTo(PdfBytes to)
    {
        to.Ascii("<<");
        foreach (var (key, value) in entries)
        {
            new PdfName(key).WriteTo(to);
            to.Ascii(" ");
            value.WriteTo(to);
            to.Ascii("\n");
        }
        to.Ascii(">>");
    }
}

/// <summary>A stream. Its length is added to <paramref name="Entries"/>, and so is the Flate filter when it was asked for.</summary>
internal sealed record PdfStream(PdfDict Entries, byte[] Data, bool Compress = true) : PdfValue
{
    public override void WriteTo(PdfBytes to)
    {
        var body = Compress ? Flate.Pack(Data) : Data;
        var entries = Entries with { };
        if (Compress) entries["Filter"] = new PdfName("FlateDecode");
        entries["Length"] = body.Length;
        entries.WriteTo(to);
        to.Ascii("\nstream\n");
        to.Bytes(body);
        to.Ascii("\nendstream");
    }
}
