using HaiDang.Contracts;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDang.Cases.Api;

/// <summary>The road by which other programs send and follow cases. Described at <see cref="Links.Api.Description"/>.</summary>
internal static class ApiEndpoints
{
    private const string Catalogue = "catalogue", Sending = "sending", Following = "following";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<UnitReach>();
        services.AddSingleton<AnswersSchema>();
        services.AddScoped<SentCases>();
        services.AddScoped<SentFiles>();
        services.AddScoped<SentAnswers>();
        services.AddScoped<SendCase>();
        services.AddScoped<SendSupplement>();
        services.AddScoped<SendMessage>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        MapCatalogue(routes);
        MapSending(routes);
        MapFollowing(routes);
    }

    private static void MapCatalogue(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Links.Api.Services, ListServices.All)
            .Tells("listServices", Catalogue, "Danh mục dịch vụ / the catalogue", "Mọi dịch vụ của thành phố, theo tên / every service of the city, by name.", Policies.Public)
            .Gives<ServiceList>(200, "Danh mục / the catalogue", Shown.Services);
        routes.MapGet(Links.Api.ServiceRoute, ListServices.One)
            .Tells("getService", Catalogue, "Một dịch vụ / one service", "Điều kiện, thành phần hồ sơ, thời hạn, lệ phí, căn cứ / who may, what is needed, how long, how much, by what law.", Policies.Public)
            .Gives<ServiceReport>(200, "Dịch vụ / the service", Shown.Service).Refuses(404);
        routes.MapGet(Links.Api.SchemaRoute, AnswersSchema.Get)
            .Tells("getAnswersSchema", Catalogue, "Lược đồ câu trả lời / the schema of the answers",
                "JSON Schema 2020-12 của thành phần answers, suy ra từ biểu mẫu. Điều kiện ẩn hiện không nằm trong lược đồ / JSON Schema 2020-12 of the member answers, derived from the form. It does not tell which answers hide which questions.", Policies.Public)
            .Gives<System.Text.Json.Nodes.JsonObject>(200, "Lược đồ / the schema", Shown.Schema, "application/schema+json").Refuses(404);
    }

    private static void MapSending(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.Api.Files, SendFile.Post)
            .Tells("sendFile", Sending, "Gửi tệp / send a file",
                "Nội dung tệp là thân yêu cầu. Loại tệp xét theo nội dung. Dùng mã nhận được trong câu trả lời của hồ sơ; tệp chưa dùng giữ 7 ngày / the body is the file. Its kind is told by its content. Use the id in the answers of a case; a file not used is kept for 7 days.", Policies.ApiSubmit)
            .TakesFile("Nội dung tệp / the content of the file")
            .Gives<SentFile>(201, "Đã nhận / taken", Shown.File);
        routes.MapPut(Links.Api.CaseRoute, SendCase.Put)
            .Tells("sendCase", Sending, "Nộp hồ sơ / submit a case",
                "Mã hồ sơ là UUID do bên gửi tạo. Gửi lại đúng nội dung với mã cũ trả về đúng xác nhận cũ, không tạo hồ sơ thứ hai / the id is a UUID that the sender makes. The same content sent again under the same id gets the same acknowledgement and makes no twin.", Policies.ApiSubmit)
            .Takes<CaseSending>("Hồ sơ / the case", Shown.CaseSending)
            .Gives<Acknowledgement>(201, "Đã nhận / taken", Shown.Acknowledgement)
            .Gives<Acknowledgement>(200, "Đã nhận từ trước / taken before", Shown.Acknowledgement).Refuses(409);
        routes.MapPut(Links.Api.SupplementRoute, SendSupplement.Put)
            .Tells("sendSupplement", Sending, "Bổ sung hồ sơ / answer a request for more",
                "Chỉ gửi những câu được yêu cầu bổ sung. Mã bổ sung là UUID do bên gửi tạo / send only what was asked for. The id of the supplement is a UUID that the sender makes.", Policies.ApiSubmit)
            .Takes<SupplementSending>("Phần bổ sung / the supplement", Shown.SupplementSending)
            .Gives<SupplementAcknowledgement>(201, "Đã nhận / taken", Shown.SupplementAcknowledgement)
            .Gives<SupplementAcknowledgement>(200, "Đã nhận từ trước / taken before", Shown.SupplementAcknowledgement).Refuses(404, 409);
        routes.MapPost(Links.Api.MessageRoute, SendMessage.Post)
            .Tells("sendMessage", Sending, "Gửi thông điệp cho hồ sơ / send a message to a case",
                "Thông điệp mà quy trình đang chờ, ví dụ ý kiến của cơ quan khác. Cho hồ sơ do ứng dụng này gửi, hoặc của đơn vị mà ứng dụng làm thay / a message that the process waits for, such as the opinion of another agency: for a case that this program sent, or one of the unit that it acts for.", Policies.ApiMessage)
            .Takes<MessageSending>("Thông điệp / the message", Shown.MessageSending)
            .Gives<MessageAcknowledgement>(201, "Đã nhận / taken", Shown.MessageAcknowledgement)
            .Gives<MessageAcknowledgement>(200, "Đã nhận từ trước / taken before", Shown.MessageAcknowledgement).Refuses(404, 409);
    }

    private static void MapFollowing(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Links.Api.Cases, ListCases.Get)
            .Tells("listCases", Following, "Hồ sơ đã gửi / cases sent", "Hồ sơ do ứng dụng này gửi, mới nhất trước, từng trang / the cases that this program sent, newest first, page by page.", Policies.ApiRead)
            .Gives<CaseList>(200, "Một trang / a page", Shown.Cases).Refuses(400, 422);
        routes.MapGet(Links.Api.CaseRoute, ShowCase.Get)
            .Tells("getCase", Following, "Trạng thái hồ sơ / where a case is", "Chỉ thấy hồ sơ do chính ứng dụng này gửi; mỗi lần xem đều được ghi lại / only cases that this program sent; each look is written down.", Policies.ApiRead)
            .Gives<CaseReport>(200, "Trạng thái / the status", Shown.Case).Refuses(404);
        routes.MapGet(Links.Api.ResultRoute, GiveResult.Get)
            .Tells("getResult", Following, "Kết quả đã ký / the signed result", "Tệp PDF có chữ ký số; chỉ có khi hồ sơ đã xong / the PDF with its digital signature; only once the case has ended.", Policies.ApiRead)
            .Produces<Stream>(200, "application/pdf").WithMetadata(new ApiExample(200, "Tệp PDF / the PDF", null)).Refuses(404);
    }
}
