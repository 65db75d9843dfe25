using System.Text.Json.Nodes;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;

namespace HaiDang.Web;

/// <summary>The API described in OpenAPI 3.1, made from the endpoints themselves.</summary>
internal static class ApiDescription
{
    private const string Document = "openapi", Bearer = "bearer", Signature = "signature";

    public static void Add(IServiceCollection services, CityStart start)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            KernelJson.AddConverters(json.SerializerOptions);
            json.SerializerOptions.NumberHandling = KernelJson.Options.NumberHandling;
        });
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = described => described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) => Task.FromResult(Head(document, start)));
            options.AddOperationTransformer((operation, context, _) => Task.FromResult(Complete(operation, context)));
            options.AddSchemaTransformer((schema, context, _) => Task.FromResult(Shape(schema, context.JsonTypeInfo.Type)));
        });
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapOpenApi(Links.Api.Description.Replace(Document, "{documentName}", StringComparison.Ordinal)).RequireAuthorization(Policies.Public).RequireRateLimiting(RateLimits.Api);

    private static OpenApiDocument Head(OpenApiDocument document, CityStart start)
    {
        document.Info = new OpenApiInfo
        {
            Title = $"{start.City.Name.Vi}: API",
            Version = "1",
            Description = """
                Nộp, theo dõi và bổ sung hồ sơ từ một hệ thống khác; nhận kết quả. Mọi mã là UUID do bên gửi tạo: gửi lại không tạo hồ sơ thứ hai. Lời từ chối theo RFC 9457.

                Submit, follow and supplement cases from another system, and fetch results. Every id is a UUID that the sender makes: sending again makes no twin. Refusals follow RFC 9457.
                """,
        };
        document.Servers = [new OpenApiServer { Url = start.Address.ToString().TrimEnd('/') }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer",
                Description = "Mã do người vận hành cấp: haidang api-client add / a token from the operator: haidang api-client add",
            },
            [Signature] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = Connection.Header,
                Description = "t=GIÂY,v1=HMAC-SHA256(khóa của kết nối, \"GIÂY.THÂN\") dạng hex, không quá năm phút / t=SECONDS,v1=HMAC-SHA256(secret of the connection, \"SECONDS.BODY\") in hexadecimal, at most five minutes old",
            },
        };
        return document;
    }

    private static OpenApiOperation Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var told = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var example in told.OfType<ApiExample>())
        {
            if (example.Status is null && operation.RequestBody is OpenApiRequestBody { Content: { } any } && any.Remove("*/*", out var media)) any[example.Type] = media;
            var content = example.Status is { } status ? operation.Responses?[$"{status}"]?.Content : operation.RequestBody?.Content;
            if (example.Json is not null && content is not null)
                foreach (var shown in content.Values.OfType<OpenApiMediaType>()) shown.Example = example.Json.DeepClone();
            if (example.Status is null && operation.RequestBody is OpenApiRequestBody body) (body.Description, body.Required) = (example.Description, true);
            if (example.Status is not null && operation.Responses?[$"{example.Status}"] is OpenApiResponse response) response.Description = example.Description;
        }
        var policy = told.OfType<IAuthorizeData>().LastOrDefault()?.Policy ?? Policies.Public;
        var scheme = policy switch { Policies.Public => null, Policies.Signed => Signature, _ => Bearer };
        operation.Security = scheme is null ? [] : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] }];
        if (scheme == Bearer) operation.Description = $"{operation.Description}\n\nQuyền / permission: `{policy["api-".Length..]}`.";
        return operation;
    }

    /// <summary>What the platform's own JSON converters write, which the generator cannot know.</summary>
    private static OpenApiSchema Shape(OpenApiSchema schema, Type type)
    {
        var (kind, format, example) = (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(Instant) => (JsonSchemaType.String, "date-time", "2026-03-02T01:30:00Z"),
            var t when t == typeof(LocalDate) => (JsonSchemaType.String, "date", "2026-03-02"),
            var t when t == typeof(WorkingTime) => (JsonSchemaType.String, null, "P3D"),
            var t when t == typeof(JsonObject) => (JsonSchemaType.Object, null, null),
            _ => default((JsonSchemaType Kind, string? Format, string? Example)),
        };
        if (kind == default) return schema;
        (schema.Type, schema.Format) = (Nullable.GetUnderlyingType(type) is null ? kind : kind | JsonSchemaType.Null, format);
        (schema.Properties, schema.AdditionalProperties, schema.Items) = (null, null, null);
        if (example is not null) schema.Examples = [JsonValue.Create(example)];
        return schema;
    }
}
