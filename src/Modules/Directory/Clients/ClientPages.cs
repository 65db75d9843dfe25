using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Clients.New;
using HaiDang.Directory.Clients.One;
using HaiDang.Kernel;
using HaiDang.Platform.Access;
using HaiDang.Platform.Http;
using HaiDang.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace HaiDang.Directory.Clients;

/// <summary>What an administrator posts about the programs that may call the API.</summary>
internal static class ClientPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Links.Clients.New, Add).RequireAuthorization(Policies.Admin);
        routes.MapPost(Links.Clients.VerbRoute, Verb).RequireAuthorization(Policies.Admin);
    }

    private static async Task<IResult> Add(
        HttpContext http, ApiClients clients, IUnits units, CurrentActor current,
        [FromForm] string? name, [FromForm] string? unit, [FromForm] StringValues? may, [FromForm] string? messages, [FromForm(Name = "per-minute")] string? perMinute, CancellationToken stop)
    {
        var ask = new ClientAsk(name?.Trim(), unit, may.Words(), messages, perMinute);
        List<Problem> wrong = [.. ClientTerms.NameProblems(ask.Name ?? ""), .. ask.Terms(units).Problems];
        if (wrong.Count > 0) return Again(wrong);
        var terms = ask.Terms(units).Value;
        return (await clients.Add(ask.Name!, terms.Unit, terms.May, terms.PerMinute, current.Required, stop)).Is(out var added, out var problems)
            ? PageResult.Render<TokenGivenPage>(http, new { Given = added }, StatusCodes.Status200OK)
            : Again(problems);

        IResult Again(IReadOnlyList<Problem> problems) => PageResult.Again<NewClientPage>(http, problems, new { Typed = ask });
    }

    private static async Task<IResult> Verb(
        HttpContext http, ApiClients clients, IUnits units, CurrentActor current, Guid id, string verb,
        [FromForm] string? unit, [FromForm] StringValues? may, [FromForm] string? messages, [FromForm(Name = "per-minute")] string? perMinute, [FromForm] string? reason, CancellationToken stop)
    {
        if (verb == ClientVerb.NewToken)
            return (await clients.RenewToken(id, current.Required, stop)).Is(out var given, out var refused)
                ? PageResult.Render<TokenGivenPage>(http, new { Given = given }, StatusCodes.Status200OK)
                : Again(refused);
        var ask = new ClientAsk(null, unit, may.Words(), messages, perMinute);
        Func<ApiClient, Outcome<IReadOnlyList<IEvent>>>? rule = verb switch
        {
            ClientVerb.Change => client => ChangeClient.Decide(client, ask, units),
            ClientVerb.Suspend => client => SuspendClient.Suspend(client, reason),
            ClientVerb.Restore => client => SuspendClient.Restore(client, reason),
            _ => null,
        };
        if (rule is null) return Results.NotFound();
        return (await clients.Change(id, current.Required, rule, stop)).Is(out _, out var problems)
            ? Results.LocalRedirect($"{Links.Clients.Client(id)}?done={verb}")
            : Again(problems, verb == ClientVerb.Change ? ask : null);

        IResult Again(IReadOnlyList<Problem> problems, ClientAsk? typed = null) =>
            PageResult.Again<OneClientPage>(http, problems, new { Id = id, Verb = verb, Ask = typed, Reason = reason });
    }
}

/// <summary>The last part of the addresses to which a program's page posts.</summary>
internal static class ClientVerb
{
    public const string Change = "doi", Suspend = "tam-dung", Restore = "khoi-phuc", NewToken = "ma-moi";
}
