using HaiDang.Kernel;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Web;

/// <summary>What a person reads when something goes wrong: what it is and what to do, never a stack trace.</summary>
internal static class Trouble
{
    internal static Task Answer(HttpContext http) => Show(http, StatusCodes.Status500InternalServerError);

    internal static Task Status(StatusCodeContext context) => Show(context.HttpContext, context.HttpContext.Response.StatusCode);

    private static async Task Show(HttpContext http, int status)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await ProblemResults.OfStatus(status).ExecuteAsync(http);
            return;
        }
        // A page that found nothing has used up this request's renderer: the page of trouble is drawn with services of its own.
        var services = http.RequestServices;
        await using var own = services.CreateAsyncScope();
        http.Response.Headers.Remove("blazor-enhanced-nav");
        http.RequestServices = own.ServiceProvider;
        try
        {
            var (title, remedy) = Words(status);
            await PageResult.Render<TroublePage>(http, new { Title = title, Remedy = remedy, Code = status }, status).ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    private static (LocalText Title, LocalText Remedy) Words(int status) => status switch
    {
        400 => (new("Yêu cầu không hợp lệ hoặc trang đã mở quá lâu", "The request is not valid, or the page was open too long"),
            new("Quay lại trang trước, tải lại rồi gửi lần nữa. Những câu trả lời đã lưu vẫn còn.", "Go back, reload the page and send again. Answers that were saved are still there.")),
        403 => (new("Bạn không được phép mở trang này", "You may not open this page"),
            new("Đăng nhập bằng tài khoản có quyền, hoặc hỏi quản trị viên.", "Sign in with an account that may, or ask the administrator.")),
        404 => (new("Không tìm thấy trang", "There is no such page"),
            new("Kiểm tra lại địa chỉ, hoặc tìm từ trang chủ.", "Check the address, or search from the home page.")),
        413 => (new("Những gì bạn gửi lớn quá mức nhận được", "What you sent is more than can be taken"),
            new("Bấm nút quay lại của trình duyệt: những gì bạn nhập vẫn còn. Mỗi tệp tối đa 20 MB, mỗi lần gửi tối đa 64 MB, mỗi câu trả lời tối đa một triệu ký tự; hãy chụp lại với độ phân giải thấp hơn, gửi từng tệp, hoặc đưa phần dài vào một tệp PDF.",
                "Press your browser's back button: what you typed is still there. A file may have 20 MB, everything sent at once 64 MB, an answer a million characters; take pictures at a lower resolution, send files one by one, or put what is long into a PDF.")),
        429 => (new("Bạn đã thử quá nhiều lần", "You have tried too many times"),
            new("Đợi một phút rồi thử lại.", "Wait a minute and try again.")),
        503 => (new("Hệ thống đang quá tải", "The system is too busy"),
            new("Đợi ít phút rồi thử lại. Những câu trả lời đã lưu vẫn còn.", "Wait a few minutes and try again. Answers that were saved are still there.")),
        >= 500 => (new("Hệ thống gặp lỗi", "Something went wrong on our side"),
            new("Lỗi đã được ghi lại. Thử lại sau ít phút; những gì đã lưu vẫn còn.", "The error is on record. Try again in a few minutes; what was saved is still there.")),
        _ => (new("Không thực hiện được", "This could not be done"), new("Quay lại trang trước và thử lại.", "Go back and try again.")),
    };
}
