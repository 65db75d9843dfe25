using System.Globalization;

namespace HaiDang.Documents.Signing;

/// <summary>The catalogue of <see cref="SigningDiagnostic"/>s.</summary>
internal static class SigningProblems
{
    // The file
    public static readonly SigningDiagnostic NotPdf = new("sign.not-pdf",
        "Tệp không phải PDF (không bắt đầu bằng %PDF-). Hãy chọn đúng tệp PDF.",
        "The file is not a PDF (it does not begin with %PDF-). Choose the PDF file.");

    public static readonly SigningDiagnostic BrokenCrossReferences = new("sign.broken-cross-references",
        "Không đọc được bảng tham chiếu của tệp PDF: tệp bị hỏng hoặc bị cắt ngắn. Hãy lấy lại bản gốc của tệp.",
        "The PDF's cross-reference table cannot be read: the file is damaged or cut short. Get the original file again.");

    public static readonly SigningDiagnostic NoCatalog = new("sign.no-catalog",
        "Tệp PDF không có danh mục gốc hoặc cây trang. Hãy lấy lại bản gốc của tệp.",
        "The PDF has no catalog or page tree. Get the original file again.");

    public static readonly SigningDiagnostic Encrypted = new("sign.encrypted",
        "Tệp PDF được đặt mật khẩu nên không ký và không kiểm tra được. Hãy bỏ mật khẩu rồi làm lại.",
        "The PDF is encrypted and can be neither signed nor checked. Remove its password and try again.");

    // Signing
    public static readonly SigningDiagnostic Certified = new("sign.certified-final",
        "Tệp PDF đã được chứng thực là bản cuối, không cho phép thêm chữ ký. Hãy ký trên bản chưa chứng thực.",
        "The PDF is certified as final and permits no further signature. Sign a copy that is not certified.");

    public static readonly SigningDiagnostic FieldNameInvalid = new("sign.field-name-invalid",
        "Tên ô chữ ký phải có ít nhất một ký tự và không chứa dấu chấm.",
        "The name of a signature field has at least one character and no full stop.");

    public static readonly SigningDiagnostic NoPages = new("sign.no-pages", "Tệp PDF không có trang nào.", "The PDF has no page.");

    public static readonly SigningDiagnostic AppearanceEmpty = new("sign.appearance-empty",
        "Khung chữ ký hiển thị phải có chiều rộng và chiều cao lớn hơn 0.",
        "The rectangle of a visible signature must be wider and higher than 0.");

    public static readonly SigningDiagnostic SignatureDoesNotFit = new("sign.key-does-not-match",
        "Chữ ký nhận được không khớp với chứng thư: khóa đã ký không phải khóa của chứng thư này. Hãy chọn đúng chứng thư hoặc đúng khóa.",
        "The signature received does not verify with the certificate: the key that signed is not this certificate's key. Choose the matching certificate or key.");

    public static readonly SigningDiagnostic NoPrivateKey = new("sign.no-private-key",
        "Chứng thư không kèm khóa bí mật nên không ký được. Hãy dùng tệp .p12 hoặc .pfx có khóa bí mật.",
        "The certificate has no private key and cannot sign. Use a .p12 or .pfx file that holds the private key.");

    public static SigningDiagnostic FieldTaken(string field) => Of("sign.field-taken",
        "Ô chữ ký “{0}” đã được ký hoặc là ô loại khác. Hãy chọn tên ô khác.",
        "The field “{0}” is signed already or is no signature field. Choose another field name.", field);

    public static SigningDiagnostic PageMissing(int index, int count) => Of("sign.page-missing",
        "Không có trang thứ {0}: tệp có {1} trang.", "There is no page {0}: the file has {1}.", index + 1, count);

    // Certificates
    public static readonly SigningDiagnostic NotPkcs12 = new("sign.not-pkcs12",
        "Tệp không phải kho khóa PKCS#12 (.p12, .pfx) hoặc đã hỏng. Hãy xuất lại tệp từ nơi cấp chứng thư.",
        "The file is not a PKCS#12 key store (.p12, .pfx), or it is damaged. Export it again from where the certificate was issued.");

    public static readonly SigningDiagnostic WrongPassphrase = new("sign.wrong-passphrase",
        "Mật khẩu của tệp chứng thư không đúng. Hãy nhập lại.",
        "The passphrase of the certificate file is wrong. Enter it again.");

    public static readonly SigningDiagnostic Pkcs12TooCostly = new("sign.pkcs12-too-costly",
        "Tệp chứng thư đòi hỏi quá nhiều phép tính để mở. Hãy xuất lại tệp với tham số thông thường.",
        "The certificate file asks for too much work to be opened. Export it again with ordinary parameters.");

    public static readonly SigningDiagnostic SeveralKeys = new("sign.several-keys",
        "Tệp chứa nhiều chứng thư có khóa bí mật nên không biết dùng chứng thư nào. Hãy xuất tệp chỉ có một chứng thư ký.",
        "The file holds several certificates with private keys, so which one signs is open. Export a file with the signing certificate only.");

    public static readonly SigningDiagnostic NotForSigning = new("sign.not-for-signing",
        "Chứng thư không được cấp để ký văn bản (mục đích sử dụng khóa không cho phép). Hãy dùng chứng thư chữ ký số.",
        "The certificate was not issued for signing documents (its key usage does not allow it). Use a certificate for digital signatures.");

    public static readonly SigningDiagnostic KeyTooWeak = new("sign.key-too-weak",
        "Khóa của chứng thư quá yếu hoặc thuộc loại không hỗ trợ; cần RSA từ 2048 bit hoặc ECDSA từ 256 bit.",
        "The certificate's key is too weak or of a kind that is not supported; RSA of at least 2048 bits or ECDSA of at least 256 bits is needed.");

    public static readonly SigningDiagnostic CertificateMalformed = new("sign.certificate-malformed",
        "Chứng thư bị hỏng, không đọc được. Hãy lấy lại chứng thư từ nơi cấp.",
        "The certificate is damaged and cannot be read. Get it again from where it was issued.");

    public static SigningDiagnostic NotYetValid(DateTimeOffset from, DateTimeOffset at) => Of("sign.certificate-not-yet-valid",
        "Chứng thư chỉ có hiệu lực từ {0:dd/MM/yyyy HH:mm}, sau thời điểm {1:dd/MM/yyyy HH:mm}.",
        "The certificate is valid only from {0:dd/MM/yyyy HH:mm}, after {1:dd/MM/yyyy HH:mm}.", from.ToOffset(at.Offset), at);

    public static SigningDiagnostic Expired(DateTimeOffset until, DateTimeOffset at) => Of("sign.certificate-expired",
        "Chứng thư đã hết hạn từ {0:dd/MM/yyyy HH:mm}, trước thời điểm {1:dd/MM/yyyy HH:mm}. Hãy gia hạn chứng thư.",
        "The certificate expired on {0:dd/MM/yyyy HH:mm}, before {1:dd/MM/yyyy HH:mm}. Renew the certificate.", until.ToOffset(at.Offset), at);

    public static readonly SigningDiagnostic UnknownIssuer = new("sign.unknown-issuer",
        "Chứng thư không được cấp bởi tổ chức chứng thực nằm trong danh sách tin cậy.",
        "The certificate was not issued by an authority on the list of trusted ones.");

    public static readonly SigningDiagnostic AuthorityOutsideValidity = new("sign.authority-outside-validity",
        "Chứng thư của tổ chức chứng thực không có hiệu lực tại thời điểm kiểm tra.",
        "A certificate of the issuing authority is not valid at the time of checking.");

    public static readonly SigningDiagnostic ChainBroken = new("sign.chain-broken",
        "Chuỗi chứng thư không hợp lệ: có chứng thư bị sửa hoặc cấp sai quyền.",
        "The certificate chain is not valid: one of its certificates is altered or was issued without the right to.");

    // Signatures found
    public static readonly SigningDiagnostic KindUnknown = new("sign.kind-unknown",
        "Loại chữ ký này chưa được hỗ trợ kiểm tra (chỉ ETSI.CAdES.detached và adbe.pkcs7.detached).",
        "This kind of signature cannot be checked (only ETSI.CAdES.detached and adbe.pkcs7.detached can).");

    public static readonly SigningDiagnostic RangeUnsound = new("sign.range-unsound",
        "Phạm vi ký không bao trùm toàn bộ tài liệu trừ đúng chuỗi chữ ký: tài liệu có thể đã bị thay đổi.",
        "The signed range is not all of the document but the signature itself: the document may have been altered.");

    public static readonly SigningDiagnostic SignatureUnreadable = new("sign.signature-unreadable",
        "Không đọc được chữ ký (không phải CMS SignedData với một người ký).",
        "The signature cannot be read (it is not CMS SignedData with one signer).");

    public static readonly SigningDiagnostic Altered = new("sign.altered",
        "Nội dung đã bị thay đổi sau khi ký, hoặc chữ ký bị sửa.",
        "What was signed has been altered, or the signature has.");

    public static readonly SigningDiagnostic WeakDigest = new("sign.weak-digest",
        "Chữ ký dùng hàm băm không còn an toàn (cần SHA-256 trở lên).",
        "The signature uses a digest that is no longer safe (SHA-256 or better is needed).");

    public static readonly SigningDiagnostic CertificateMissing = new("sign.certificate-missing",
        "Chữ ký không kèm chứng thư của người ký.", "The signature does not carry the signer's certificate.");

    public static readonly SigningDiagnostic CertificateSwapped = new("sign.certificate-swapped",
        "Chứng thư kèm theo không phải chứng thư mà người ký đã ký cùng.",
        "The certificate enclosed is not the one that the signer signed with.");

    public static readonly SigningDiagnostic CertificateNotBound = new("sign.certificate-not-bound",
        "Chữ ký không đạt PAdES B-B: thiếu thuộc tính signing-certificate-v2 ràng buộc chứng thư.",
        "The signature is not PAdES B-B: it lacks the signing-certificate-v2 attribute that binds the certificate.");

    public static readonly SigningDiagnostic NoSigningTime = new("sign.no-signing-time",
        "Chữ ký không ghi thời điểm ký.", "The signature states no signing time.");

    public static readonly SigningDiagnostic DataBehindSignature = new("sign.data-behind-signature",
        "Có dữ liệu lạ nằm sau chữ ký trong vùng không được ký.",
        "There is foreign data behind the signature in the part that is not signed.");

    public static SigningDiagnostic ChangedLater(string where) => Of("sign.changed-later",
        "Sau chữ ký này, tệp đã bị thay đổi ngoài việc thêm chữ ký hợp lệ (tại {0}). Chỉ bản trước thay đổi mới là bản đã ký.",
        "After this signature the file was changed by more than further sound signatures (at {0}). Only the version before the change is what was signed.", where);

    private static SigningDiagnostic Of(string code, string vi, string en, params object[] args) => new(code,
        string.Format(CultureInfo.InvariantCulture, vi, args), string.Format(CultureInfo.InvariantCulture, en, args));
}
