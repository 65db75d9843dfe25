namespace HaiDang.Kernel;

/// <summary>
/// An amount of Vietnamese đồng. The đồng has no fraction in use, so an amount is a whole number; arithmetic is checked
/// and never goes through floating point.
/// </summary>
/// <param name="Dong">How many đồng; negative for what is paid back.</param>
public readonly record struct Money(long Dong) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>Whether this is nothing.</summary>
    public bool IsZero => Dong == 0;

    /// <summary>The amount of a decimal, or null when it is no whole number of đồng or out of range.</summary>
    public static Money? Of(decimal dong) =>
        dong == decimal.Truncate(dong) && dong is >= long.MinValue and <= long.MaxValue ? new Money((long)dong) : null;

    /// <summary>Both together.</summary>
    /// <exception cref="OverflowException">The sum leaves the range of long.</exception>
    public static Money operator +(Money a, Money b) => new(checked(a.Dong + b.Dong));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The difference leaves the range of long.</exception>
    public static Money operator -(Money a, Money b) => new(checked(a.Dong - b.Dong));

    /// <summary>The opposite amount.</summary>
    public static Money operator -(Money a) => new(checked(-a.Dong));

    /// <summary>So many times the amount.</summary>
    /// <exception cref="OverflowException">The product leaves the range of long.</exception>
    public static Money operator *(Money a, long times) => new(checked(a.Dong * times));

    /// <summary>A share of the amount, rounded half away from zero to whole đồng, as receipts do.</summary>
    /// <exception cref="OverflowException">The product leaves the range of long.</exception>
    public Money Share(decimal factor) => new(checked((long)decimal.Round(Dong * factor, MidpointRounding.AwayFromZero)));

    /// <inheritdoc/>
    public int CompareTo(Money other) => Dong.CompareTo(other.Dong);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Money a, Money b) => a.Dong < b.Dong;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Money a, Money b) => a.Dong > b.Dong;

    /// <summary>Whether the first is not more.</summary>
    public static bool operator <=(Money a, Money b) => a.Dong <= b.Dong;

    /// <summary>Whether the first is not less.</summary>
    public static bool operator >=(Money a, Money b) => a.Dong >= b.Dong;

    /// <summary>As people write it in Vietnamese: <c>1.234.567 đ</c>.</summary>
    public override string ToString() => Wording.Money(this, Language.Vietnamese);
}
