namespace HaiDang.Feel.Values;

/// <summary>A function: built in, defined in an expression, or given by the host.</summary>
internal abstract class FunctionValue
{
    /// <summary>The names of the parameters of the first signature.</summary>
    internal abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>Calls with arguments in order. The count of arguments is checked here.</summary>
    internal abstract FeelValue Call(Frame frame, int at, ReadOnlySpan<FeelValue> arguments);

    /// <summary>Calls with named arguments; what is not named is null.</summary>
    internal virtual FeelValue CallNamed(Frame frame, int at, ReadOnlySpan<string> names, ReadOnlySpan<FeelValue> arguments)
    {
        var ordered = new FeelValue[Parameters.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var place = IndexOf(names[i]);
            if (place < 0)
            {
                return frame.Fail(at, Says.NoSuchParameter, names[i], ToString());
            }
            ordered[place] = arguments[i];
        }
        return Call(frame, at, ordered);
    }

    internal virtual bool SameAs(FunctionValue other) => ReferenceEquals(this, other);

    private int IndexOf(string name)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (Parameters[i] == name)
            {
                return i;
            }
        }
        return -1;
    }

    public override string ToString() => $"function({string.Join(", ", Parameters)})";
}

/// <summary>A function of the host.</summary>
internal sealed class HostFunction(string[] parameters, Func<IReadOnlyList<FeelValue>, FeelValue> body) : FunctionValue
{
    internal override IReadOnlyList<string> Parameters => parameters;

    internal override FeelValue Call(Frame frame, int at, ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments.Length != parameters.Length)
        {
            return frame.Fail(at, Says.ArgumentCount, ToString(), arguments.Length);
        }
        if (!frame.Enter(at))
        {
            return default;
        }
        var result = body(arguments.ToArray());
        frame.Leave();
        return result;
    }
}
