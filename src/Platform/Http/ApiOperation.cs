using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HaiDang.Platform.Http;

/// <summary>What a description of the API shows of one body.</summary>
/// <param name="Status">The status that the body comes with; null for the body of the request.</param>
public sealed record ApiExample(int? Status, string Description, JsonNode? Json)
{
    /// <summary>The type of the request's body. Routing is told that any comes, so that a wrong one is refused in words by whoever reads it.</summary>
    public string Type { get; init; } = "application/json";
}

/// <summary>How an operation of the API describes itself where it is mapped.</summary>
public static class ApiOperation
{
    /// <param name="name">Unique, in camel case: what generated clients call it.</param>
    /// <param name="summary">One line, Vietnamese before English.</param>
    /// <param name="limit">One of <see cref="RateLimits"/>.</param>
    public static RouteHandlerBuilder Tells(
        this RouteHandlerBuilder operation, string name, string tag, string summary, string description, string policy, string limit = RateLimits.Api)
    {
        operation.WithName(name).WithTags(tag).WithSummary(summary).WithDescription(description)
            .RequireAuthorization(policy).RequireRateLimiting(limit).Refuses(StatusCodes.Status429TooManyRequests);
        return policy switch
        {
            Policies.Public => operation,
            Policies.Signed => operation.Refuses(StatusCodes.Status403Forbidden),
            _ => operation.Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden),
        };
    }

    /// <summary>It takes JSON, read by <see cref="ApiBody"/>.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder operation, string description, object example) where T : notnull => operation
        .Accepts<T>("*/*").WithMetadata(new ApiExample(null, description, Node(example)))
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Its body is a file, of whatever type.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder operation, string description) => operation
        .Accepts<Stream>("*/*").WithMetadata(new ApiExample(null, description, null) { Type = "application/octet-stream" })
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status422UnprocessableEntity);

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder operation, int status, string description, object example, string type = "application/json") =>
        operation.Produces<T>(status, type).WithMetadata(new ApiExample(status, description, Node(example)));

    public static RouteHandlerBuilder GivesNothing(this RouteHandlerBuilder operation, int status, string description) =>
        operation.Produces(status).WithMetadata(new ApiExample(status, description, null));

    /// <summary>Refusals as RFC 9457 has them.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder operation, params int[] statuses)
    {
        foreach (var status in statuses) operation.Produces<ApiProblem>(status, "application/problem+json");
        return operation;
    }

    private static JsonNode? Node(object example) => example as JsonNode ?? JsonSerializer.SerializeToNode(example, KernelJson.Options);
}

/// <summary>A refusal as it is written: RFC 9457 with all problems in both languages.</summary>
[Description("Một lời từ chối theo RFC 9457, kèm mọi vấn đề bằng hai ngôn ngữ / a refusal as in RFC 9457, with all problems in both languages")]
public sealed record ApiProblem
{
    [Description("urn:haidang:problem: rồi mã ổn định / then the stable code")]
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required int Status { get; init; }
    [Description("Cách khắc phục / how to mend it")]
    public string? Detail { get; init; }
    public required string Code { get; init; }
    public required IReadOnlyList<ApiProblemItem> Problems { get; init; }
}

public sealed record ApiProblemItem
{
    public required string Code { get; init; }
    [Description("Chỗ sai: đường dẫn trong thân yêu cầu hoặc tên tham số / where: a path in the body, or a parameter")]
    public string? Field { get; init; }
    public required LocalText Sentence { get; init; }
    [Description("Cách khắc phục, nếu câu trên chưa nói / how to mend it, where the sentence does not say so itself")]
    public LocalText? Remedy { get; init; }
}
