using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Api;

/// <summary>What the description of the API shows: a stall at an invented market, and a person who does not exist.</summary>
internal static class Shown
{
    private static readonly Guid Id = new("019a2f60-7c1e-7b3a-9d52-4f0c8e6a1b20"), SupplementId = new("019a3010-11aa-7c44-8e01-9a7733c2d4ef");
    private static readonly Instant Sent = Instant.FromUtc(2026, 3, 2, 1, 30), Asked = Instant.FromUtc(2026, 3, 2, 4, 0), Answered = Instant.FromUtc(2026, 3, 2, 9, 15);
    private const string Stall = "cho-ban-hang", Number = "000.00.01.H00-260302-0001", Photo = "7k2m9qfx4d0c8v5t1b6z";

    public static readonly ServiceLine Line = new()
    {
        Slug = Stall, Code = "0.000001", Name = new("Đăng ký chỗ bán hàng phiên chợ", "A stall on market days"),
        Summary = new("Giữ một chỗ bán hàng trong các phiên chợ của tháng.", "Keep a stall on this month's market days."), Online = true,
    };

    public static readonly ServiceList Services = new() { Services = [Line] };

    public static readonly ServiceReport Service = new()
    {
        Slug = Line.Slug, Code = Line.Code, Version = "3f1c0e9a4b7d2c6885e0", Name = Line.Name, Summary = Line.Summary, Field = new("Chợ", "Markets"), Online = true,
        Eligibility = [new("Bạn từ đủ 18 tuổi.", "You are 18 or older.")],
        Parts = [new PartReport { Id = "stall-photo", Name = new("Ảnh chụp xe bán hàng", "Picture of the cart"), Always = false, Answer = "stallPhoto" }],
        TimeLimit = WorkingTime.OfDays(1), Fee = new("Từ 20.000 đ", "From 20,000 đ"), UnitAnswer = "market",
        LegalBasis = [new LawReport { Document = new("Nội quy chợ (hư cấu)", "Market rules (invented)"), Articles = "Điều 3", Verified = false }], Schema = Links.Api.Schema(Stall),
    };

    public static readonly JsonObject Schema = new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["type"] = "object",
        ["properties"] = new JsonObject { ["market"] = new JsonObject { ["enum"] = new JsonArray("cho-dong", "cho-tay") } }, ["required"] = new JsonArray("market"), ["additionalProperties"] = false,
    };

    public static readonly SentFile File = new() { Id = Photo, Name = "xe-ban-hang.jpg", Type = "image/jpeg", Size = 183_204, KeptUntil = Sent + SentFiles.Life };

    public static readonly CaseSending CaseSending = new()
    {
        Service = Stall,
        Applicant = new SentApplicant { Name = "Phan Mẫu Lan", IdentityNumber = "099170000012", Phone = "0900000112", Email = "lan@cong-dan.example" },
        Answers = new JsonObject
        {
            ["market"] = "cho-dong", ["stall"] = "cart", ["days"] = 4, ["stallPhoto"] = new JsonArray(Photo),
            ["sellerName"] = "Phan Mẫu Lan", ["sellerPhone"] = "0900000112", ["goods"] = "Hoa tươi", ["promise"] = true,
        },
    };

    public static readonly Acknowledgement Acknowledgement = new() { Id = Id, Number = Number, Service = Stall, Unit = "cho-dong", SubmittedAt = Sent, Fee = 80_000 };

    public static readonly SupplementSending SupplementSending = new() { Answers = new JsonObject { ["stallPhoto"] = new JsonArray(Photo) } };

    public static readonly SupplementAcknowledgement SupplementAcknowledgement = new() { Id = SupplementId, Case = Id, ReceivedAt = Answered };

    public static readonly CaseList Cases = new()
    {
        Cases = [new CaseLine { Id = Id, Number = Number, Service = Stall, Unit = "cho-dong", Status = CaseStatus.Submitted, SubmittedAt = Sent }],
        Next = $"2026-03-02T01:30:00Z~{Id}",
    };

    public static readonly CaseReport Case = new()
    {
        Id = Id, Number = Number, Service = Stall, Unit = "cho-dong", Status = CaseStatus.AwaitingApplicant, Words = new("Chờ bạn bổ sung", "Waiting for you"), SubmittedAt = Sent, Fee = 80_000,
        Next = new NextMove { Who = Expectation.Applicant, What = "supplement", Until = Asked + Duration.FromDays(10) },
        Asked = new AskedForMore
        {
            Parts = [new AskedFor { Part = "stall-photo", Name = "Ảnh chụp xe bán hàng", Reason = "Ảnh mờ, không thấy biển số xe." }], At = Asked, RespondBy = Asked + Duration.FromDays(10),
        },
    };

    public static readonly MessageSending MessageSending = new() { Id = SupplementId, Data = new JsonObject { ["agreed"] = true } };

    public static readonly MessageAcknowledgement MessageAcknowledgement = new() { Id = SupplementId, Case = Id, ReceivedAt = Answered };
}
