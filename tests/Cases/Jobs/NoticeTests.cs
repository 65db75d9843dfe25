using System.Text.Json.Nodes;
using HaiDang.Cases.Follow;
using HaiDang.Cases.Letters;
using HaiDang.Cases.Life;
using HaiDang.Cases.Messages;
using HaiDang.Cases.Pay;
using HaiDang.Contracts;
using HaiDang.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Cases.Tests.Jobs;

/// <summary>Money and messages from outside, on real databases.</summary>
public sealed class NoticeTests
{
    private static JsonObject Notice(string reference, long amount) => new() { ["amount"] = amount, ["reference"] = reference, ["paidAt"] = "2023-10-05T10:00:00+07:00" };

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_same_payment_told_by_several_at_once_is_one_payment_with_one_receipt(string engine)
    {
        await using var port = await Port.Opened(engine);
        var matter = await port.Owes();
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => port.Town.In(s =>
            s.GetRequiredService<MessageDesk>().Take(matter.Id, "fee-paid", Notice("GD-7", 25_000), null, PaymentDesk.Gateway))));
        Assert.Contains(told, t => t.Ok);
        Assert.All(told.Where(t => !t.Ok), t => Assert.Equal(CaseProblems.ChangedMeanwhile.Code, t.Problems[0].Type.Code));
        await port.Town.In(s => s.GetRequiredService<MessageDesk>().Take(matter.Id, "fee-paid", Notice("GD-7", 25_000), null, PaymentDesk.Gateway));
        var paid = Assert.Single((await port.Now(matter)).Payments);
        Assert.Equal("0000001/2023", paid.Receipt);
        Assert.Equal(1, (await port.Town.Rows<long>("select last from cases_serial where name like 'receipt/%'"))[0]);
        Assert.Empty(await JobTests.Faults(port));
    }

    [Fact]
    public async Task A_notice_that_lacks_something_says_what()
    {
        await using var port = await Port.Opened("sqlite");
        var matter = await port.Owes();
        foreach (var (data, field) in new (JsonObject, string)[]
        {
            (new() { ["amount"] = 25_000 }, "reference"), (new() { ["reference"] = "" , ["amount"] = 1 }, "reference"), (new() { ["reference"] = "a", ["amount"] = "25000" }, "amount"),
            (new() { ["reference"] = "a", ["amount"] = 25_000, ["paidAt"] = "hôm qua" }, "paidAt"), (new() { ["reference"] = "a", ["amount"] = -5 }, "amount"),
        })
        {
            var refused = await port.Town.In(s => s.GetRequiredService<MessageDesk>().Take(matter.Id, "fee-paid", data, null, PaymentDesk.Gateway));
            Assert.Equal(field, Assert.Single(refused.Problems).Field);
        }
        Assert.Empty((await port.Now(matter)).Payments);
        Assert.Empty(await port.Town.Rows<long>("select last from cases_serial where name like 'receipt/%'"));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_person_sees_what_they_owe_among_what_waits_for_them_and_gets_a_receipt(string engine)
    {
        await using var port = await Port.Opened(engine);
        var nam = Actor.Citizen("nam", "Đỗ Mẫu Nam");
        var matter = await port.Owes();
        Assert.Equal([matter.Number], (await port.Town.In(s => s.GetRequiredService<OwnCases>().WaitingForMe(), nam)).Select(r => r.Number));
        var paid = await JobTests.Paid(port);
        var receipt = Assert.Single(LetterKinds.Of(paid), l => l.Kind == LetterKinds.FeeReceipt);
        var pdf = await port.Town.In(s => s.GetRequiredService<CaseLetters>().Read(paid, receipt.Key));
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(pdf!, 0, 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gateway_is_heard_when_it_signs_and_nobody_else_is()
    {
        await using var port = await Port.Opened("sqlite");
        var matter = await port.Owes();
        var notice = new JsonObject { ["case"] = matter.Number, ["amount"] = 25_000, ["reference"] = "GD-9", ["paidAt"] = "2023-10-05T10:00:00+07:00" }.ToJsonString();
        var gateway = new Connection(new Uri("https://gateway.example"), Port.Secret);
        var now = port.Town.Clock.GetCurrentInstant();

        Assert.Equal(403, await Post(port, notice, null));
        Assert.Equal(403, await Post(port, notice, new Connection(gateway.Address, "guessed").Sign(notice, now)));
        Assert.Equal(403, await Post(port, notice.Replace("25000", "1", StringComparison.Ordinal), gateway.Sign(notice, now)));
        Assert.Equal(400, await Post(port, "[1", gateway.Sign("[1", now)));
        Assert.Equal(400, await Post(port, "{\"case\":\"x\"}", gateway.Sign("{\"case\":\"x\"}", now)));
        var stray = notice.Replace(matter.Number, "x", StringComparison.Ordinal);
        Assert.Equal(404, await Post(port, stray, gateway.Sign(stray, now)));
        Assert.NotNull((await port.Now(matter)).Owed);

        Assert.Equal(200, await Post(port, notice, gateway.Sign(notice, now)));
        Assert.Equal(200, await Post(port, notice, gateway.Sign(notice, now)));
        Assert.Equal("GD-9", Assert.Single((await port.Now(matter)).Payments).Reference);
    }

    private static Task<int> Post(Port port, string body, string? signature) => port.Town.In(async s =>
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        var http = new DefaultHttpContext { RequestServices = s };
        (http.Request.Body, http.Request.ContentType, http.Response.Body) = (new MemoryStream(bytes), "application/json", Stream.Null);
        if (signature is not null) http.Request.Headers[Connection.Header] = signature;
        var answer = await PaymentNotice.Take(http, s.GetRequiredService<CityStart>(), s.GetRequiredService<CaseDesk>(), s.GetRequiredService<MessageDesk>(), port.Town.Clock, default);
        await answer.ExecuteAsync(http);
        return http.Response.StatusCode;
    });

    [Theory]
    [InlineData("{\"a\":1}", 0, true)]
    [InlineData("{\"a\":2}", 0, false)]
    [InlineData("{\"a\":1}", 299, true)]
    [InlineData("{\"a\":1}", 301, false)]
    [InlineData("{\"a\":1}", -301, false)]
    public void A_signature_is_of_one_body_and_of_this_moment(string body, int secondsLater, bool good)
    {
        var connection = new Connection(new Uri("https://gateway.example"), Port.Secret);
        var now = Instant.FromUtc(2023, 10, 5, 2, 0);
        var signature = connection.Sign("{\"a\":1}", now);
        Assert.Equal(good, connection.Verify(signature, body, now + Duration.FromSeconds(secondsLater)));
        Assert.False(new Connection(connection.Address, "another secret").Verify(signature, body, now));
        Assert.False(connection.Verify(null, body, now));
        Assert.False(connection.Verify("t=,v1=", body, now));
        Assert.False(new Connection(connection.Address, null).Verify(signature, body, now));
    }
}
