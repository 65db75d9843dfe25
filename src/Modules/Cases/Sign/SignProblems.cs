using HaiDang.Documents.Signing;
using HaiDang.Kernel;

namespace HaiDang.Cases.Sign;

internal static class SignProblems
{
    public static readonly ProblemType NoFile = new("cases.no-signing-file", ProblemKind.Conflict,
        new("Bạn chưa gửi tệp chứng thư số.", "You have not given your certificate file."),
        new("Mở trang Tài khoản và tải lên tệp .p12 do tổ chức chứng thực cấp.", "Open your account page and upload the .p12 file from your certification authority."));

    public static readonly ProblemType Refused = new("cases.signing-refused", ProblemKind.Invalid,
        new("Không ký được: {0}", "It could not be signed: {0}"),
        new("Kiểm tra mật khẩu của tệp chứng thư rồi thử lại. Hồ sơ chưa thay đổi.", "Check the passphrase of your certificate file and try again. The case is unchanged."));

    public static Problem From(SigningDiagnostic diagnostic) => Refused.At("passphrase", new LocalText(diagnostic.Vi, diagnostic.En));
}
