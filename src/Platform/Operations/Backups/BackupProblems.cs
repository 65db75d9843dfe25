using HaiDang.Kernel;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>Why a backup is not made or not taken back.</summary>
public static class BackupProblems
{
    public static readonly ProblemType FileIsThere = new("platform.backup-file-exists", ProblemKind.Conflict,
        new("Đã có tệp {0}", "There is a file {0} already"),
        new("Đặt tên khác: bản sao lưu không ghi đè lên tệp nào.", "Choose another name: a backup overwrites nothing."));

    public static readonly ProblemType NoFolder = new("platform.backup-no-folder", ProblemKind.Missing,
        new("Không có thư mục để ghi {0}", "There is no folder to write {0} into"),
        new("Tạo thư mục trước.", "Make the folder first."));

    public static readonly ProblemType NotABackup = new("platform.backup-unreadable", ProblemKind.Invalid,
        new("{0} không phải bản sao lưu của Hải Đăng, hoặc bị cắt cụt", "{0} is no backup of Hải Đăng, or was cut short"),
        new("Chọn đúng tệp, hoặc chép lại tệp từ nơi lưu trữ.", "Choose the right file, or copy it again from where it is kept."));

    public static readonly ProblemType Altered = new("platform.backup-altered", ProblemKind.Invalid,
        new("Nội dung '{0}' trong bản sao lưu không khớp mã kiểm", "The entry '{0}' of the backup does not match its checksum"),
        new("Bản sao lưu đã hỏng hoặc bị sửa: dùng bản khác.", "The backup is damaged or was altered: use another one."));

    public static readonly ProblemType OtherCity = new("platform.backup-other-city", ProblemKind.Conflict,
        new("Bản sao lưu là của thành phố '{0}', không phải '{1}'", "The backup is of the city '{0}', not of '{1}'"),
        new("Dùng --city với thư mục của '{0}'.", "Use --city with the folder of '{0}'."));

    public static readonly ProblemType OtherEngine = new("platform.backup-other-engine", ProblemKind.Conflict,
        new("Bản sao lưu là của {0}, nhưng đang khôi phục vào {1}", "The backup is of {0}, but this would restore into {1}"),
        new("Thêm hoặc bỏ --postgres cho đúng loại cơ sở dữ liệu.", "Add or drop --postgres so that the kind of database is the same."));

    public static readonly ProblemType NewerSchema = new("platform.backup-newer", ProblemKind.Conflict,
        new("Bản sao lưu do phiên bản mới hơn tạo ra (lược đồ {0} không có hoặc khác ở đây)", "The backup was made by a newer version (the schema file {0} is not here, or differs)"),
        new("Khôi phục bằng phiên bản đã tạo ra nó, hoặc mới hơn.", "Restore it with the version that made it, or a newer one."));

    public static readonly ProblemType DataIsThere = new("platform.restore-data-exists", ProblemKind.Conflict,
        new("Thư mục dữ liệu {0} không trống", "The data folder {0} is not empty"),
        new("Khôi phục chỉ ghi vào thư mục trống: chọn --data khác, hoặc tự chuyển dữ liệu cũ đi nơi khác.", "A restore writes only into an empty folder: choose another --data, or move the old data away yourself."));

    public static readonly ProblemType DatabaseIsThere = new("platform.restore-database-exists", ProblemKind.Conflict,
        new("Cơ sở dữ liệu không trống", "The database is not empty"),
        new("Tạo cơ sở dữ liệu mới và dùng chuỗi kết nối của nó.", "Create a new database and use its connection string."));
}
