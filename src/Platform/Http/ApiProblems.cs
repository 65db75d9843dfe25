using HaiDang.Kernel;

namespace HaiDang.Platform.Http;

/// <summary>Why a request of the API is refused before anybody looks at what it says.</summary>
internal static class ApiProblems
{
    public static readonly ProblemType NotJson = new("platform.not-json", ProblemKind.Unreadable,
        new("Thân yêu cầu không phải JSON.", "The body of the request is not JSON."),
        new("Gửi JSON (UTF-8) với tiêu đề Content-Type: application/json.", "Send JSON (UTF-8) with the header Content-Type: application/json."));

    public static readonly ProblemType TooLarge = new("platform.body-too-large", ProblemKind.TooLarge,
        new("Thân yêu cầu lớn hơn {0} MB.", "The body of the request is larger than {0} MB."),
        new("Gửi tệp riêng bằng POST /api/files rồi dẫn mã tệp trong câu trả lời.", "Send files by POST /api/files and name their ids in the answers."));

    public static readonly ProblemType Unreadable = new("platform.unreadable-json", ProblemKind.Unreadable,
        new("Không đọc được JSON tại {0}, dòng {1}.", "The JSON cannot be read at {0}, line {1}."),
        new("So với lược đồ trong /api/openapi.json: sai kiểu, thành phần lạ, thành phần lặp hoặc sai cú pháp.", "Compare it with the schema in /api/openapi.json: a wrong type, an unknown or repeated member, or a fault of syntax."));

    private static readonly LocalText SeeDescription = new("Xem mô tả ở /api/openapi.json.", "See the description at /api/openapi.json.");

    public static Problem OfStatus(int status)
    {
        var (words, remedy) = status switch
        {
            400 => (new LocalText("Không đọc được yêu cầu.", "The request cannot be read."), SeeDescription),
            404 => (new("API không có địa chỉ này.", "The API has no such address."), SeeDescription),
            405 => (new("Địa chỉ này không nhận phương thức đã gửi.", "This address does not take the method that was sent."), SeeDescription),
            413 => (new("Nội dung gửi lên quá lớn.", "What was sent is too large."), new("Chia nhỏ nội dung.", "Send less at once.")),
            415 => (new("Không nhận loại nội dung đã gửi.", "The type of content that was sent is not taken."), SeeDescription),
            429 => (new("Ứng dụng gọi quá nhiều trong một phút.", "The program called too often within a minute."),
                new("Đợi theo tiêu đề Retry-After rồi gọi tiếp.", "Wait as the header Retry-After says, then go on.")),
            503 => (new("Hệ thống đang quá tải.", "The system is too busy."),
                new("Đợi theo tiêu đề Retry-After rồi gửi lại đúng nội dung cũ với mã cũ; sẽ không có hồ sơ thứ hai.", "Wait as the header Retry-After says, then send the same again under the same id; it makes no second case.")),
            >= 500 => (new("Hệ thống gặp lỗi; lỗi đã được ghi lại.", "Something went wrong on our side; it is on record."),
                new("Gửi lại đúng nội dung cũ với mã cũ sau ít phút.", "Send the same again under the same id in a few minutes.")),
            _ => (new LocalText("Không thực hiện được yêu cầu.", "The request could not be done."), SeeDescription),
        };
        return new ProblemType($"platform.http-{status}", ProblemKind.Invalid, words, remedy).Now();
    }
}
