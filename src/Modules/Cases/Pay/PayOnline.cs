using System.Globalization;
using HaiDang.Cases.Follow;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Platform;
using HaiDang.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace HaiDang.Cases.Pay;

/// <summary>
/// Sends the applicant to the gateway with a signed order: what for, how much, where to come back. Nothing changes here; only
/// the gateway's own message says that money came.
/// </summary>
internal static class PayOnline
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Links.Mine.PayRoute, Go).RequireAuthorization(Policies.Citizen);

    private static async Task<IResult> Go(string number, int? payment, OwnCases mine, CityStart start, LetterFacts facts, IClock clock, CancellationToken stop)
    {
        if (await mine.Find(number, stop) is not { } matter) return Results.NotFound();
        var owed = payment is { } id ? matter.Owing.FirstOrDefault(w => w.Id == id) : matter.Owed;
        if (owed?.Fee is not { } fee || start.Connections.GetValueOrDefault(Connection.Payment) is not { } gateway) return Results.LocalRedirect(Links.Mine.Case(number));
        var order = new QueryBuilder
        {
            { "case", matter.Number },
            { "payment", owed.Id.ToString(CultureInfo.InvariantCulture) },
            { "amount", fee.Amount.ToString(CultureInfo.InvariantCulture) },
            { "reason", fee.Reason.Vi },
            { "return", facts.Absolute(Links.Mine.Case(number)) },
            { "notice", facts.Absolute(Links.Api.PaymentNotice) },
        }.ToString().TrimStart('?');
        var signed = gateway.Sign(order, clock.GetCurrentInstant()) is { } signature ? $"{order}&signature={Uri.EscapeDataString(signature)}" : order;
        return Results.Redirect($"{gateway.Address.ToString().TrimEnd('/')}/pay?{signed}");
    }
}
