using HaiDang.Cases.Life;
using HaiDang.Kernel;

namespace HaiDang.Cases.Letters;

/// <summary>One letter that a case gives.</summary>
/// <param name="Key">What its address calls it: its kind, or for a receipt the kind and its place among the case's payments, for ever the same.</param>
/// <param name="Kind">One of <see cref="LetterKinds"/>.</param>
/// <param name="Payment">The money that a receipt is for.</param>
internal sealed record CaseLetter(string Key, string Kind, LocalText Name, Payment? Payment = null)
{
    private static readonly LocalText Numbered = new("{0} số {1}", "{0} no. {1}");

    public static CaseLetter Of(string kind) => new(kind, kind, LetterKinds.Names[kind]);

    /// <param name="place">Of the payment among all of the case's, from 1: receipts of two agencies may bear the same number.</param>
    public static CaseLetter For(Payment payment, int place) =>
        new($"{LetterKinds.FeeReceipt}-{place}", LetterKinds.FeeReceipt, Numbered.With(LetterKinds.Names[LetterKinds.FeeReceipt], payment.Receipt), payment);
}
