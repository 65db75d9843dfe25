namespace HaiDang.Feel.Functions;

/// <summary>What a built-in function does with arguments that are of the right kinds.</summary>
internal delegate FeelValue BuiltinBody(in Call call, ReadOnlySpan<FeelValue> arguments);

/// <summary>The circumstances of a call.</summary>
internal readonly record struct Call(Frame Frame, int At, Builtin Function)
{
    /// <summary>Null, because of a value that the function cannot use.</summary>
    internal FeelValue Refuse(FeelValue value) => Frame.Fail(At, Says.BadArgumentValue, Function.Name, value);

    /// <summary>The number, or null with a note when it is out of range.</summary>
    internal FeelValue Number(Num? number) => number is { } n ? FeelValue.Of(n) : Frame.Fail(At, Says.OutOfRange);

    /// <summary>The text, or null with a note when it is too long.</summary>
    internal FeelValue Text(string text)
    {
        if (text.Length > Frame.Limits.StringLength)
        {
            return Frame.Fail(At, Says.TooLongString, Frame.Limits.StringLength);
        }
        return Spend(text.Length / 64) ? FeelValue.Of(text) : default;
    }

    internal bool Spend(long steps) => Frame.Spend(At, steps);
}

/// <summary>One way to call a built-in function.</summary>
/// <param name="Parameters">Names and types.</param>
/// <param name="Required">How many must be given.</param>
/// <param name="Variadic">Whether the last may be given any number of times.</param>
/// <param name="Body">What it does.</param>
internal sealed record Signature((string Name, FeelType Type)[] Parameters, int Required, bool Variadic, BuiltinBody Body)
{
    internal bool Takes(int count) => count >= Required && (Variadic || count <= Parameters.Length);

    /// <summary>Whether null is no answer for the argument at a place (unless its type is Any).</summary>
    internal bool Needs(int i) => i < Required || Variadic;

    internal (string Name, FeelType Type) this[int i] => Parameters[Math.Min(i, Parameters.Length - 1)];
}

/// <summary>A function of DMN 1.5 §10.3.4, in all its signatures.</summary>
internal sealed class Builtin(string name, Signature[] signatures) : FunctionValue
{
    internal string Name => name;

    internal Signature[] Signatures => signatures;

    /// <summary>Whether equal arguments always give an equal value.</summary>
    internal bool Pure => name is not ("now" or "today");

    internal override IReadOnlyList<string> Parameters { get; } = [.. signatures[0].Parameters.Select(p => p.Name)];

    internal override FeelValue Call(Frame frame, int at, ReadOnlySpan<FeelValue> arguments)
    {
        if (!frame.Spend(at, Cost(arguments)))
        {
            return default;
        }
        foreach (var signature in signatures)
        {
            if (signature.Takes(arguments.Length) && Exact(frame, signature, arguments))
            {
                return signature.Body(new(frame, at, this), arguments);
            }
        }
        Signature? last = null;
        foreach (var signature in signatures)
        {
            if (!signature.Takes(arguments.Length))
            {
                continue;
            }
            last = signature;
            if (Converted(frame, signature, arguments, out _) is { } converted)
            {
                return signature.Body(new(frame, at, this), converted);
            }
        }
        return last is null ? frame.Fail(at, Says.ArgumentCount, name, arguments.Length) : Refuse(frame, at, last, arguments);
    }

    /// <summary>Calls the first signature that has all the names and takes the values; what is not named is null.</summary>
    internal override FeelValue CallNamed(Frame frame, int at, ReadOnlySpan<string> names, ReadOnlySpan<FeelValue> arguments)
    {
        if (!frame.Spend(at, Cost(arguments)))
        {
            return default;
        }
        (Signature Signature, FeelValue[] Arguments)? last = null;
        // two signatures may have the same names in another order, before(point, range) and before(range, point): the written order tells them apart
        foreach (var inOrder in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var signature in signatures)
            {
                if (IsInOrder(signature, names) != inOrder || Ordered(signature, names, arguments) is not { } ordered)
                {
                    continue;
                }
                last = (signature, ordered);
                if (Converted(frame, signature, ordered, out _) is { } converted)
                {
                    return signature.Body(new(frame, at, this), converted);
                }
            }
        }
        return last is { } l
            ? Refuse(frame, at, l.Signature, l.Arguments)
            : frame.Fail(at, Says.NoSuchParameter, string.Join(", ", names.ToArray()), name);
    }

    /// <summary>A step, and more for long strings, through which nearly every function goes.</summary>
    private static long Cost(ReadOnlySpan<FeelValue> arguments)
    {
        var cost = 1L;
        foreach (var argument in arguments)
        {
            cost += (argument.AsString?.Length ?? 0) / 64;
        }
        return cost;
    }

    private FeelValue Refuse(Frame frame, int at, Signature signature, ReadOnlySpan<FeelValue> arguments)
    {
        Converted(frame, signature, arguments, out var wrong);
        return frame.Fail(at, Says.BadArgument, name, signature[wrong].Name, arguments[wrong]);
    }

    private static bool IsInOrder(Signature signature, ReadOnlySpan<string> names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (i >= signature.Parameters.Length || signature.Parameters[i].Name != names[i])
            {
                return false;
            }
        }
        return true;
    }

    private static FeelValue[]? Ordered(Signature signature, ReadOnlySpan<string> names, ReadOnlySpan<FeelValue> arguments)
    {
        var ordered = new FeelValue[signature.Parameters.Length];
        var given = signature.Required;
        for (var i = 0; i < names.Length; i++)
        {
            var wanted = names[i];
            var place = Array.FindIndex(signature.Parameters, p => p.Name == wanted);
            if (place < 0)
            {
                return null;
            }
            ordered[place] = arguments[i];
            given = Math.Max(given, place + 1);
        }
        return ordered[..given];
    }

    private static bool Exact(Frame frame, Signature signature, ReadOnlySpan<FeelValue> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = signature[i].Type;
            if (arguments[i].IsNull ? type.Kind != TypeKind.Any && signature.Needs(i) : !type.Accepts(arguments[i], frame.Scope, frame.Fuel))
            {
                return false;
            }
        }
        return true;
    }

    private static FeelValue[]? Converted(Frame frame, Signature signature, ReadOnlySpan<FeelValue> arguments, out int wrong)
    {
        var values = new FeelValue[arguments.Length];
        for (wrong = 0; wrong < values.Length; wrong++)
        {
            var type = signature[wrong].Type;
            if ((arguments[wrong].IsNull && type.Kind != TypeKind.Any && signature.Needs(wrong))
                || !type.TryConform(frame.Scope, arguments[wrong], frame.Fuel, out values[wrong])
                // a list of null alone stands for null, too
                || (values[wrong].IsNull && type.Kind != TypeKind.Any && signature.Needs(wrong)))
            {
                return null;
            }
        }
        return values;
    }

    public override string ToString() => name;
}
