using HaiDang.Documents;

namespace HaiDang.Cases.Pay;

/// <summary>The receipt for money taken, for cities whose folder has no <c>documents/fee-receipt.md</c> of its own.</summary>
internal static class FeeReceipt
{
    private const string Text = """
        ---
        superior: {{ if payment.unit = unit.name then unit.superior else null }}
        authority: {{ payment.unit }}
        number: {{ payment.receipt }}
        place: {{ unit.place }}
        title: Biên lai thu tiền phí, lệ phí
        signer-title: Người thu tiền
        signer: {{ payment.takenBy }}
        qr: {{ case.link }}
        ---
        Người nộp: **{{ applicant.name }}**{{ if applicant.address = null then "" else ". Địa chỉ: " + applicant.address }}.

        Mã hồ sơ: **{{ case.number }}**. Thủ tục: {{ service.name }}.

        Nội dung thu: {{ payment.reason }}.

        Số tiền: **{{ payment.text }}** ({{ payment.words }}).

        Hình thức nộp: {{ payment.way }}. Thời điểm nộp: {{ payment.paidAt }}.
        """;

    public static readonly DocumentTemplate Template = DocumentTemplate.Read(Text, "fee-receipt.md").Template
        ?? throw new InvalidOperationException("The receipt's own template cannot be read.");
}
