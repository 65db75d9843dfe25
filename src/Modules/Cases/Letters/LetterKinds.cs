using HaiDang.Cases.Life;
using HaiDang.Kernel;

namespace HaiDang.Cases.Letters;

/// <summary>The letters that a case can give, and when it can.</summary>
internal static class LetterKinds
{
    public const string Receipt = "receipt";
    public const string Supplement = "supplement";
    public const string Refusal = "refusal";
    public const string Apology = "apology";
    public const string Result = "result";
    public const string FeeReceipt = "fee-receipt";

    public static readonly IReadOnlyDictionary<string, LocalText> Names = new Dictionary<string, LocalText>
    {
        [Receipt] = new("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt with the appointed time"),
        [Supplement] = new("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request for more papers"),
        [Refusal] = new("Phiếu từ chối giải quyết hồ sơ", "Letter of refusal"),
        [Apology] = new("Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Letter of apology with a new time"),
        [Result] = new("Kết quả", "Result"),
        [FeeReceipt] = new("Biên lai thu tiền", "Receipt for money"),
    };

    /// <summary>All that this case can give; of receipts for money one for each payment, the latest first.</summary>
    public static IEnumerable<CaseLetter> Of(Case c)
    {
        if (c.Result is not null) yield return CaseLetter.Of(Result);
        if (c.AcceptedAt is not null) yield return CaseLetter.Of(Receipt);
        for (var place = c.Payments.Count; place > 0; place--)
            if (c.Payments[place - 1] is { ToReturn: false } paid) yield return CaseLetter.For(paid, place);
        if (c.Asked is not null) yield return CaseLetter.Of(Supplement);
        if (c.Refusal is not null) yield return CaseLetter.Of(Refusal);
        if (c.Apologies.Count > 0) yield return CaseLetter.Of(Apology);
    }

    /// <summary>The latest money that was owed and came.</summary>
    public static Payment? Paid(Case c) => c.Payments.FindLast(p => !p.ToReturn);
}
