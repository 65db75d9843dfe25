using System.ComponentModel;
using HaiDang.Cases.Catalogue;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Cases.Api;

/// <summary>The catalogue, as open as on the portal.</summary>
internal static class ListServices
{
    internal static IResult All(ServiceCatalogue services) =>
        Results.Json(new ServiceList { Services = [.. services.All.Select(ServiceLine.Of)] }, KernelJson.Options);

    internal static IResult One(string slug, ServiceCatalogue services, IUnits units) => services.Find(slug) is { } service
        ? Results.Json(ServiceReport.Of(service, units), KernelJson.Options)
        : ProblemResults.Json([SendingProblems.NoSuchService.Now(slug)]);
}

internal sealed record ServiceList
{
    public required IReadOnlyList<ServiceLine> Services { get; init; }
}

internal sealed record ServiceLine
{
    [Description("Mã dùng khi nộp hồ sơ / what a case names it by")]
    public required string Slug { get; init; }
    [Description("Mã thủ tục quốc gia / national procedure code")]
    public required string Code { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Summary { get; init; }
    [Description("Nộp trực tuyến được không / whether it can be sent online")]
    public required bool Online { get; init; }

    public static ServiceLine Of(ServiceDefinition s) => new() { Slug = s.Slug, Code = s.Code, Name = s.Name, Summary = s.Summary, Online = s.Channels.Contains("online") };
}

internal sealed record ServiceReport
{
    public required string Slug { get; init; }
    public required string Code { get; init; }
    [Description("Phiên bản đang áp dụng: mã băm nội dung / the version in force: the hash of its content")]
    public required string Version { get; init; }
    public required LocalText Name { get; init; }
    public required LocalText Summary { get; init; }
    public required LocalText Field { get; init; }
    public required bool Online { get; init; }
    public required IReadOnlyList<LocalText> Eligibility { get; init; }
    public required IReadOnlyList<PartReport> Parts { get; init; }
    [Description("Thời gian làm việc, như P3D hay PT4H / working time, such as P3D or PT4H")]
    public required WorkingTime TimeLimit { get; init; }
    [Description("Lệ phí bằng lời / the fee in words")]
    public required LocalText Fee { get; init; }
    [Description("Câu trả lời chọn đơn vị giải quyết; không có khi chỉ một đơn vị / the answer that chooses the unit; absent where there is one unit only")]
    public string? UnitAnswer { get; init; }
    public required IReadOnlyList<LawReport> LegalBasis { get; init; }
    [Description("Lược đồ của câu trả lời / the schema of the answers")]
    public required string Schema { get; init; }

    public static ServiceReport Of(ServiceDefinition s, IUnits units) => new()
    {
        Slug = s.Slug, Code = s.Code, Version = s.Hash, Name = s.Name, Summary = s.Summary, Field = s.FieldName, Online = s.Channels.Contains("online"),
        Eligibility = s.Eligibility, TimeLimit = s.TimeLimit, Fee = FeeRange.Of(s).Words, UnitAnswer = s.UnitKey, Schema = Links.Api.Schema(s.Slug),
        Parts = [.. s.Parts.Select(p => new PartReport { Id = p.Id, Name = p.Name, Always = p.Required is null && !p.Optional, Answer = p.Field, Note = p.Note })],
        LegalBasis = [.. s.LegalBasis.Select(l => new LawReport { Document = l.Document, Articles = l.Articles, Address = l.Address, Verified = !l.Unverified })],
    };
}

internal sealed record PartReport
{
    public required string Id { get; init; }
    public required LocalText Name { get; init; }
    [Description("Luôn cần; nếu không, tùy câu trả lời / always needed; if not, it depends on the answers")]
    public required bool Always { get; init; }
    [Description("Câu hỏi nhận tệp; không có khi mang trực tiếp / the question that takes the file; absent for what is brought in person")]
    public string? Answer { get; init; }
    public LocalText? Note { get; init; }
}

internal sealed record LawReport
{
    public required LocalText Document { get; init; }
    public string? Articles { get; init; }
    public string? Address { get; init; }
    [Description("Đã đối chiếu với văn bản / compared with the text of the law")]
    public required bool Verified { get; init; }
}
