using System.Net;
using HaiDang.Contracts;
using HaiDang.Platform.Data;
using HaiDang.Testing;

namespace HaiDang.Access.Tests.Matrix;

/// <summary>
/// Every endpoint × every role, made from the routes of the running city: a new endpoint is in it by itself, and one of which nobody has
/// said whose it is fails. What is expected follows from its policy and from whose the named thing is.
/// </summary>
public sealed class MatrixTests
{
    [Theory, OnBothDatabases]
    public async Task Everybody_passes_just_the_doors_that_are_theirs(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine);
        using var cast = await Cast.Of(city);
        var doors = Door.Of(city);
        Assert.True(doors.Count > 60, $"Only {doors.Count} doors were found.");
        var wrong = new List<string>();
        foreach (var door in doors)
            foreach (var role in cast.Roles)
                wrong.AddRange((await Fault(cast, door, role)).Select(fault => $"{role} at {door}: {fault}"));
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {doors.Count * cast.Roles.Count}:\n{string.Join('\n', wrong)}");
        Assert.True(await cast.DraftIsThere());
    }

    [Theory, OnBothDatabases]
    public async Task An_official_of_one_unit_never_opens_the_page_of_another(DatabaseEngine engine)
    {
        await using var city = await OpenCity.At(engine);
        using var cast = await Cast.Of(city);
        var page = cast.At(new Door("GET", Links.Desk.CaseRoute, null)) + "?purpose=" + Uri.EscapeDataString("Tra cứu theo yêu cầu");
        foreach (var (who, expected) in new[] { (Who.EastLeader, HttpStatusCode.OK), (Who.WestCounter, HttpStatusCode.NotFound), (Who.WestLeader, HttpStatusCode.NotFound) })
        {
            var (status, _, body) = await cast.Roles.Single(r => r.Who == who).Knocks("GET", page, false);
            Assert.Equal(expected, status);
            Assert.Equal(expected == HttpStatusCode.OK, body.Contains("Rau củ nhà trồng", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_door_that_nobody_has_thought_of_fails()
    {
        Assert.Null(new Role(new Uri("http://localhost"), Who.Hai, null, null, null).Passes("a-new-policy"));
        Assert.Throws<InvalidOperationException>(() => new Door("GET", "/something/{new}", null).Owner);
    }

    private static async Task<IReadOnlyList<string>> Fault(Cast cast, Door door, Role role)
    {
        if (role.Passes(door.Policy) is not { } passes) return [$"nothing follows from the policy '{door.Policy}'"];
        var owns = passes && (door.Owner?.Invoke(role) ?? true);
        // Whoever may act is not let act: without the token of a page the post must end there, after the door.
        var before = owns ? 0 : await cast.Version();
        var (status, to, body) = await role.Knocks(door.Method, cast.At(door), withPageToken: !owns);
        var faults = new List<string>();
        if ((int)status >= 500 && status != HttpStatusCode.ServiceUnavailable) faults.Add($"{(int)status}");
        if (!role.Knows && Cast.Private.FirstOrDefault(word => WebUtility.HtmlDecode(body).Contains(word, StringComparison.Ordinal)) is { } leaked) faults.Add($"reads '{leaked}'");
        if (!owns && await cast.Version() != before) faults.Add("changed the case");
        if (!passes) faults.AddRange(Turned(door, role, status, to));
        else if (!owns && !IsHidden(door, status, to)) faults.Add($"{(int)status} {to} instead of not found");
        else if (owns && IsTurned(status, to) && door.Owner is not null) faults.Add($"turned away with {(int)status} {to}");
        return faults;
    }

    /// <summary>Who does not pass is asked to sign in, or told that they may not.</summary>
    private static IEnumerable<string> Turned(Door door, Role role, HttpStatusCode status, string? to)
    {
        var api = door.Route.StartsWith(Links.Api.Root + "/", StringComparison.Ordinal);
        var right = api ? status == HttpStatusCode.Unauthorized
            : status == HttpStatusCode.Forbidden || ((role.Who == Who.Nobody || role.IsProgram) && status == HttpStatusCode.Redirect && to?.StartsWith(Links.SignIn.Choose, StringComparison.Ordinal) == true);
        if (!right) yield return $"let through with {(int)status} {to}";
    }

    /// <summary>Not there for them; or, where an id is the sender's own to make, used already; or back to their own things, as from a draft that is gone.</summary>
    private static bool IsHidden(Door door, HttpStatusCode status, string? to) =>
        status == HttpStatusCode.NotFound || (status == HttpStatusCode.Redirect && to is Links.Mine.Home or Links.Desk.Inbox or Links.Desk.Counter) || (door.Method == "PUT" && door.Route is Links.Api.CaseRoute or Links.Api.WebhookRoute && status == HttpStatusCode.Conflict)
        || (door.Route.StartsWith("/tra-cuu/", StringComparison.Ordinal) && status is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests);

    private static bool IsTurned(HttpStatusCode status, string? to) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (status == HttpStatusCode.Redirect && to?.StartsWith(Links.SignIn.Choose, StringComparison.Ordinal) == true);
}
