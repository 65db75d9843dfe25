using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Contracts;
using HaiDang.Kernel;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace HaiDang.Cases.Pay;

/// <summary>
/// Where the payment gateway says that money has come: JSON <c>{case, payment, amount, reference, paidAt}</c> with the signature of the
/// connection <c>payment</c>. Whoever has no secret is not heard. Said again, it is answered as the first time.
/// </summary>
internal static class PaymentNotice
{
    private const int Largest = 16 * 1024;

    // The gateway is set up by the operator as a connection; it is no client of the API, whose description leaves this out.
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Links.Api.PaymentNotice, Take).RequireAuthorization(Policies.Signed).ExcludeFromDescription();

    internal static async Task<IResult> Take(HttpContext http, CityStart start, CaseDesk desk, MessageDesk messages, IClock clock, CancellationToken stop)
    {
        if (start.Connections.GetValueOrDefault(Connection.Payment) is not { } gateway) return ProblemResults.Json([PayProblems.NoGateway.Now()]);
        if (await Body(http, stop) is not { } text) return ProblemResults.Json([PayProblems.NotUnderstood.Now()]);
        if (!gateway.Verify(http.Request.Headers[Connection.Header], text, clock.GetCurrentInstant())) return ProblemResults.Json([PayProblems.BadSignature.Now()]);
        if (Parsed(text) is not { } notice || notice["case"] is not JsonValue value || !value.TryGetValue<string>(out var number)) return ProblemResults.Json([PayProblems.NotUnderstood.At("case")]);
        if (await desk.FindByNumber(number, stop) is not { } matter) return ProblemResults.Json([CaseProblems.Missing.Now()]);
        var taken = await messages.Take(matter.Id, Property.FeePaid, notice, null, PaymentDesk.Gateway, stop);
        return taken.Is(out var after, out var problems)
            ? Results.Json(new { status = CaseStore.Name(after.Status), receipt = after.Payments.FindLast(p => p.Reference == (string?)notice["reference"])?.Receipt }, KernelJson.Options)
            : ProblemResults.Json(problems);
    }

    private static async Task<string?> Body(HttpContext http, CancellationToken stop)
    {
        if (http.Request.ContentLength is null or > Largest) return null;
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(stop);
    }

    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
