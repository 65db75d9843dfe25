using System.Globalization;

namespace HaiDang.Cases.Jobs;

/// <summary>
/// Check digit of the Vietnamese 10-digit tax code: the first nine digits weighted 31, 29, 23, 19, 17, 13, 7, 5, 3, the sum's
/// rest by 11 taken from 10. A rest of 0 gives 10, which is no digit: such numbers are not given out.
/// </summary>
/// <remarks>unverified: the weights are common knowledge of accounting software and were read in no official text.</remarks>
internal static class TaxCode
{
    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>Nine digits with their check digit; null where that would be 10, or when the text is not nine digits.</summary>
    public static string? Of(string nine)
    {
        if (nine.Length != 9 || !nine.All(char.IsAsciiDigit)) return null;
        var check = 10 - nine.Select((digit, place) => (digit - '0') * Weights[place]).Sum() % 11;
        return check == 10 ? null : nine + check.ToString(CultureInfo.InvariantCulture);
    }
}
