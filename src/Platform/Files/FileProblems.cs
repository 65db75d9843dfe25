using HaiDang.Kernel;

namespace HaiDang.Platform.Files;

/// <summary>Why a file is not taken. The first place of every sentence is the file's name.</summary>
public static class FileProblems
{
    public static readonly ProblemType Empty = new("files.empty", ProblemKind.Invalid,
        new("Tệp “{0}” rỗng.", "The file “{0}” is empty."),
        new("Chọn lại tệp hoặc chụp lại.", "Choose the file again, or take the picture again."));

    public static readonly ProblemType TooLarge = new("files.too-large", ProblemKind.Invalid,
        new("Tệp “{0}” lớn hơn {1} MB.", "The file “{0}” is larger than {1} MB."),
        new("Chụp lại với độ phân giải thấp hơn hoặc chia nhỏ tệp.", "Take it again at a lower resolution, or split it."));

    public static readonly ProblemType UnknownKind = new("files.unknown-kind", ProblemKind.Invalid,
        new("Tệp “{0}” không thuộc loại được nhận ở đây ({1}).", "The file “{0}” is of no kind that is taken here ({1})."),
        new("Chụp ảnh giấy tờ hoặc lưu thành PDF rồi gửi lại. Đổi tên tệp không đổi được loại tệp.",
            "Photograph the paper, or save it as PDF, and send it again. A new name does not change what a file is."));

    public static readonly ProblemType WrongKind = new("files.wrong-kind", ProblemKind.Invalid,
        new("Tệp “{0}” thực ra là {2}; ở đây chỉ nhận {1}.", "The file “{0}” is in truth a {2}; here only {1} is taken."),
        new("Chọn tệp khác hoặc lưu lại đúng loại rồi gửi lại.", "Choose another file, or save it as one of these, and send it again."));

    public static readonly ProblemType Unreadable = new("files.unreadable", ProblemKind.Invalid,
        new("Tệp “{0}” bị hỏng hoặc chưa tải đủ nên không mở được.", "The file “{0}” is damaged or incomplete and cannot be opened."),
        new("Mở thử tệp trên máy của bạn; nếu không xem được, chụp hoặc tải lại rồi gửi.", "Try to open it on your device; if you cannot see it, take or download it again and send that."));

    public static readonly ProblemType Locked = new("files.locked", ProblemKind.Invalid,
        new("Tệp “{0}” có mật khẩu nên không mở được.", "The file “{0}” has a password and cannot be opened."),
        new("Bỏ mật khẩu của tệp hoặc chụp ảnh rồi gửi lại.", "Take the password off, or photograph it, and send it again."));

    public static readonly ProblemType TooManyPixels = new("files.too-many-pixels", ProblemKind.Invalid,
        new("Ảnh “{0}” có {1} × {2} điểm ảnh, nhiều hơn mức máy mở được an toàn.", "The picture “{0}” has {1} × {2} pixels, more than can be opened safely."),
        new("Chụp lại hoặc thu nhỏ ảnh: mỗi cạnh tối đa 30.000, tất cả tối đa 120 triệu điểm ảnh.",
            "Take it again, or make it smaller: at most 30,000 a side and 120 million pixels in all."));

    public static readonly ProblemType Bomb = new("files.unpacks-too-large", ProblemKind.Invalid,
        new("Tệp nén “{0}” bung ra quá lớn hoặc lồng quá nhiều lớp nên không được nhận.", "The archive “{0}” unpacks to far too much, or holds archives within archives, and is not taken."),
        new("Gửi từng giấy tờ dạng PDF hoặc ảnh, không nén.", "Send each paper as a PDF or picture, not packed."));

    public static readonly ProblemType Macros = new("files.macros", ProblemKind.Invalid,
        new("Tệp “{0}” có chứa lệnh tự chạy (macro) nên không được nhận.", "The file “{0}” holds commands that run by themselves (macros) and is not taken."),
        new("Lưu thành PDF rồi gửi lại.", "Save it as PDF and send that."));

    public static readonly ProblemType Infected = new("files.infected", ProblemKind.Invalid,
        new("Tệp “{0}” có mã độc ({1}) nên không được nhận.", "The file “{0}” holds malware ({1}) and is not taken."),
        new("Đừng mở tệp này; quét vi-rút máy của bạn, rồi chụp lại giấy tờ và gửi ảnh.", "Do not open it; scan your device for viruses, then photograph the paper and send the picture."));

    public static readonly ProblemType CannotScan = new("files.cannot-scan", ProblemKind.Unavailable,
        new("Lúc này chưa quét được vi-rút nên chưa nhận được tệp “{0}”.", "The file “{0}” cannot be scanned for viruses at the moment, so it was not taken."),
        new("Các câu trả lời đã được lưu. Gửi lại tệp sau ít phút.", "Your answers are saved. Send the file again in a few minutes."));

    public static readonly ProblemType TooManyForQuestion = new("files.too-many-for-question", ProblemKind.Invalid,
        new("Chưa nhận tệp “{0}”: câu này nhận tối đa {1} tệp.", "The file “{0}” was not taken: this question takes at most {1} files."),
        new("Xóa bớt tệp không cần hoặc ghép thành một tệp PDF.", "Remove what is not needed, or put them into one PDF."));

    public static readonly ProblemType TooManyForCase = new("files.too-many-for-case", ProblemKind.Invalid,
        new("Chưa nhận tệp “{0}”: hồ sơ đã có {1} tệp.", "The file “{0}” was not taken: the case already has {1} files."),
        new("Xóa bớt tệp không cần hoặc ghép thành một tệp PDF.", "Remove what is not needed, or put them into one PDF."));

    public static readonly ProblemType TooMuchForCase = new("files.too-much-for-case", ProblemKind.Invalid,
        new("Chưa nhận tệp “{0}”: các tệp của hồ sơ cộng lại quá {1} MB.", "The file “{0}” was not taken: the files of the case would be more than {1} MB together."),
        new("Chụp lại với độ phân giải thấp hơn hoặc xóa bớt tệp không cần.", "Take pictures at a lower resolution, or remove what is not needed."));
}
