using System.Runtime.CompilerServices;

namespace HaiDang.Feel.Running;

[InlineArray(Length)]
internal struct FewArguments
{
    internal const int Length = 4;
    private FeelValue first;
}

/// <summary>A call of a built-in function that is known by its name.</summary>
internal sealed class BuiltinCall(Builtin function, Node[] arguments, string[]? names) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var few = default(FewArguments);
        var values = arguments.Length <= FewArguments.Length ? ((Span<FeelValue>)few)[..arguments.Length] : new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Eval(f);
        }
        return names is null ? function.Call(f, At, values) : function.CallNamed(f, At, names, values);
    }
}

/// <summary>A call of whatever function a value is.</summary>
internal sealed class ValueCall(Node function, Node[] arguments, string[]? names) : Node
{
    internal override FeelValue Eval(Frame f)
    {
        var callee = function.Eval(f);
        if (!callee.Is<FunctionValue>(out var known))
        {
            return callee.IsNull && function is ScopeName name ? f.Fail(At, Says.UnknownFunction, name.Name) : f.Fail(At, Says.NotAFunction, callee);
        }
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Eval(f);
        }
        return names is null ? known.Call(f, At, values) : known.CallNamed(f, At, names, values);
    }
}

/// <summary>function(a, b) …</summary>
internal sealed class FunctionLiteral(string[] parameters, FeelType[] types, int[] slots, Node? body) : Node
{
    internal string[] Parameters => parameters;

    internal FeelType[] Types => types;

    internal int[] Slots => slots;

    /// <summary>The body, or null for an external function.</summary>
    internal Node? Body => body;

    internal override FeelValue Eval(Frame f) =>
        f.Spend(At, 1 + f.Slots.Length / 8) ? FeelValue.Of(new Closure(this, f.Scope, f.Lines, f.Slots.AsSpan().ToArray())) : default;
}

/// <summary>A function with the names that it saw where it was made.</summary>
internal sealed class Closure(FunctionLiteral definition, FeelScope scope, LineMap lines, FeelValue[] seen) : FunctionValue
{
    internal override IReadOnlyList<string> Parameters => definition.Parameters;

    internal FeelType[] Types => definition.Types;

    /// <summary>Lets the function see itself under the name that it was given.</summary>
    internal void Remember(int slot, FeelValue self) => seen[slot] = self;

    internal override FeelValue Call(Frame frame, int at, ReadOnlySpan<FeelValue> arguments)
    {
        if (definition.Body is null)
        {
            return frame.Fail(at, Says.External);
        }
        if (arguments.Length != definition.Parameters.Length)
        {
            return frame.Fail(at, Says.ArgumentCount, ToString(), arguments.Length);
        }
        if (!frame.Spend(at, seen.Length / 8 + definition.Size / 16))
        {
            return default;
        }
        var slots = (FeelValue[])seen.Clone();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!definition.Types[i].TryConform(frame.Scope, arguments[i], frame.Fuel, out slots[definition.Slots[i]]))
            {
                return frame.Fail(at, Says.BadArgument, ToString(), definition.Parameters[i], arguments[i]);
            }
        }
        if (!frame.Enter(at))
        {
            return default;
        }
        var result = definition.Body.Eval(frame.Inner(scope, lines, slots));
        frame.Leave();
        return result;
    }
}
