using System.Globalization;
using System.Runtime.CompilerServices;

namespace HaiDang.Feel.Running;

/// <summary>
/// One evaluation: local names in numbered slots, the scope of the host, and a budget that all frames of an evaluation share.
/// </summary>
internal sealed class Frame
{
    private readonly Frame root;
    private readonly ICollection<FeelDiagnostic>? notes;
    private bool told;
    private int calls;
    private int written;

    internal Frame(FeelScope scope, ICollection<FeelDiagnostic>? notes, LineMap lines, int slots)
    {
        (Scope, this.notes, Lines, root) = (scope, notes, lines, this);
        Slots = slots == 0 ? [] : new FeelValue[slots];
        Limits = scope.Limits;
        Fuel = new Fuel(Limits.Steps);
    }

    private Frame(Frame caller, FeelScope scope, LineMap lines, FeelValue[] slots)
    {
        (Scope, notes, Lines, root) = (scope, caller.notes, lines, caller.root);
        (Limits, Fuel, Slots) = (caller.Limits, caller.Fuel, slots);
    }

    internal FeelScope Scope { get; }

    /// <summary>The limits of the evaluation, whoever's function is running.</summary>
    internal FeelLimits Limits { get; }

    internal LineMap Lines { get; }

    internal FeelValue[] Slots { get; }

    /// <summary>The steps that are left to the whole evaluation.</summary>
    internal Fuel Fuel { get; }

    /// <summary>Whether the budget is used up: everything then ends at once with null.</summary>
    internal bool Over => Fuel.Empty;

    /// <summary>A frame for the body of a function, which sees the names where it was made.</summary>
    internal Frame Inner(FeelScope scope, LineMap lines, FeelValue[] slots) => new(this, scope, lines, slots);

    /// <summary>Takes steps from the budget; false when it is used up.</summary>
    internal bool Spend(int at, long count = 1)
    {
        if (Fuel.Burn(count))
        {
            return true;
        }
        TellTooLong(at);
        return false;
    }

    private void TellTooLong(int at)
    {
        if (!root.told)
        {
            root.told = true;
            Fail(at, Says.TooLong, Limits.Steps);
        }
    }

    /// <summary>Enters a function; false when calls are nested too deeply.</summary>
    internal bool Enter(int at)
    {
        if (!Spend(at))
        {
            return false;
        }
        if (root.calls >= Limits.Calls)
        {
            return TooDeep(at);
        }
        if (!HasStack(at))
        {
            return false;
        }
        root.calls++;
        return true;
    }

    /// <summary>Whether the thread has stack enough to go deeper; when not, the evaluation is over.</summary>
    internal bool HasStack(int at) => RuntimeHelpers.TryEnsureSufficientExecutionStack() || TooDeep(at);

    private bool TooDeep(int at)
    {
        root.told = true;
        Fail(at, Says.TooDeepCalls, root.calls);
        Fuel.Spill();
        return false;
    }

    internal void Leave() => root.calls--;

    /// <summary>The value of the whole evaluation.</summary>
    internal FeelValue Finish(FeelValue value)
    {
        if (!Over)
        {
            return value;
        }
        TellTooLong(0);
        return default;
    }

    /// <summary>Null, with the reason among the notes.</summary>
    internal FeelValue Fail(int at, Saying saying)
    {
        if (notes is not null)
        {
            Note(at, saying, []);
        }
        return default;
    }

    /// <inheritdoc cref="Fail(int, Saying)"/>
    internal FeelValue Fail<T>(int at, Saying saying, T a)
    {
        if (notes is not null)
        {
            Note(at, saying, [Short(a)]);
        }
        return default;
    }

    /// <inheritdoc cref="Fail(int, Saying)"/>
    internal FeelValue Fail<T, U>(int at, Saying saying, T a, U b)
    {
        if (notes is not null)
        {
            Note(at, saying, [Short(a), Short(b)]);
        }
        return default;
    }

    /// <inheritdoc cref="Fail(int, Saying)"/>
    internal FeelValue Fail<T, U, V>(int at, Saying saying, T a, U b, V c)
    {
        if (notes is not null)
        {
            Note(at, saying, [Short(a), Short(b), Short(c)]);
        }
        return default;
    }

    private void Note(int at, Saying saying, string[] places)
    {
        if (root.written++ >= Limits.Notes)
        {
            return;
        }
        var (line, column) = Lines.Place(at);
        notes!.Add(saying.At(line, column, places));
    }

    private static string Short<T>(T value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.Length <= 60 ? text : text[..57] + "…";
    }
}
