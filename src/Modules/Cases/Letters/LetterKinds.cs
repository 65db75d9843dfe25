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

    public static IEnumerable<string> Of(Case c)
    {
        if (c.Result is not null) yield return Result;
        if (c.AcceptedAt is not null) yield return Receipt;
        if (Paid(c) is not null) yield return FeeReceipt;
        if (c.Asked is not null) yield return Supplement;
        if (c.Refusal is not null) yield return Refusal;
        if (c.Apologies.Count > 0) yield return Apology;
    }

    /// <summary>The latest money that was owed and came.</summary>
    public static Payment? Paid(Case c) => c.Payments.FindLast(p => !p.ToReturn);
}
