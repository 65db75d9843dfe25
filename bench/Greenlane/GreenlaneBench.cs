using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using HaiDang.Bench.Lifecycle;
using HaiDang.Bench.Measuring;
using HaiDang.Bench.Server;

namespace HaiDang.Bench.Greenlane;

/// <summary>
/// Customs declarations of the green lane by the API at a steady pace, each cleared without hands: the paper is made, numbered and
/// sealed. The time is from the moment at which the declaration is sent until its clearance stands in the database.
/// </summary>
internal static class GreenlaneBench
{
    private const string Bench = "greenlane";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2), Look = TimeSpan.FromMilliseconds(50);

    public static async Task Run(Workplace place, int perSecond, TimeSpan time, TimeSpan warmUp, Report report, CancellationToken stop)
    {
        await CityProgram.Run(place, ["generate", "50", "--demo"], stop);
        var token = (await CityProgram.Run(place, ["api-client", "add", "hai-quan-thu", "--may", "submit,read", "--per-minute", "0"], stop)).Trim().Split('\n')[0].Trim();
        await using var program = await CityProgram.Start(place, stop);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 4096 }) { BaseAddress = program.Address, Timeout = TimeSpan.FromMinutes(1) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var invoice = await SendInvoice(http, stop);

        report.Say($"{place.Database.Engine}: {perSecond} declarations a second…");
        await Pace(http, invoice, place, Math.Max(1, perSecond / 4), warmUp, stop);
        await Pace(http, invoice, place, perSecond, warmUp / 2, stop);
        var found = await Pace(http, invoice, place, perSecond, time, stop);
        if (found.Errors.Count > 0) report.Fail($"{found.Errors.Count} errors, the first: {found.Errors[0]}");
        if (found.NotCleared > 0) report.Fail($"{found.NotCleared} declarations were not cleared within {Patience}");
        report.Say($"{found.Shed} times told to come again, which took its time and was sent again");
        var rows = await place.Database.One<long>("select count(*) from cases_case", stop);
        report.Add(Figure.Of(Bench, $"{perSecond}/s acknowledged", place.Database.Engine, rows, found.Acknowledged.Count / found.Seconds, found.Acknowledged));
        report.Add(Figure.Of(Bench, $"{perSecond}/s cleared", place.Database.Engine, rows, found.Cleared.Count / found.Seconds, found.Cleared));
    }

    private sealed class Findings
    {
        public Samples Acknowledged { get; } = new();
        public Samples Cleared { get; } = new();
        public List<string> Errors { get; } = [];
        public int NotCleared;
        public int Shed;
        public double Seconds;
    }

    /// <summary>Sends at a steady pace whatever the answers are doing, and waits until all are cleared.</summary>
    private static async Task<Findings> Pace(HttpClient http, string invoice, Workplace place, int perSecond, TimeSpan time, CancellationToken stop)
    {
        var found = new Findings();
        var open = new Dictionary<Guid, long>();
        var begun = Stopwatch.GetTimestamp();
        var sending = new List<Task>();
        using var ended = new CancellationTokenSource();
        var clearing = Clear(place.Database, open, found, ended.Token, stop);
        for (var i = 0; Stopwatch.GetElapsedTime(begun) < time; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(begun);
            if (due > TimeSpan.Zero) await Task.Delay(due, stop);
            sending.Add(Send(http, invoice, open, found, stop));
        }
        await Task.WhenAll(sending);
        found.Seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await ended.CancelAsync();
        await clearing;
        return found;
    }

    private static async Task Send(HttpClient http, string invoice, Dictionary<Guid, long> open, Findings found, CancellationToken stop)
    {
        var id = Counter.RandomId();
        var begun = Stopwatch.GetTimestamp();
        lock (open) open[id] = begun;
        var declaration = Declaration.Of(invoice);
        try
        {
            while (true)
            {
                using var content = new StringContent(declaration, Encoding.UTF8, "application/json");
                using var answer = await http.PutAsync($"/api/cases/{id}", content, stop);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                {
                    Interlocked.Increment(ref found.Shed);
                    await Task.Delay((answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1)) * (0.5 + Random.Shared.NextDouble()), stop);
                    continue;
                }
                if (answer.StatusCode == HttpStatusCode.Created) found.Acknowledged.Add(begun);
                else Fail($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
                return;
            }
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            Fail(error.Message);
        }

        void Fail(string why)
        {
            lock (open)
            {
                open.Remove(id);
                found.Errors.Add(why);
            }
        }
    }

    /// <summary>Looks again and again which of those that are open are closed by now, until none is open and no more will come.</summary>
    private static async Task Clear(BenchDatabase database, Dictionary<Guid, long> open, Findings found, CancellationToken ended, CancellationToken stop)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            var last = ended.IsCancellationRequested;
            if (!last) patience.Restart();
            Guid[] waiting;
            lock (open) waiting = [.. open.Keys];
            var closed = await database.Closed(waiting, stop);
            var now = Stopwatch.GetTimestamp();
            lock (open)
            {
                foreach (var id in closed)
                    if (open.Remove(id, out var begun)) found.Cleared.Add(Stopwatch.GetElapsedTime(begun, now).TotalMilliseconds);
                if (last && (open.Count == 0 || patience.Elapsed > Patience))
                {
                    found.NotCleared = open.Count;
                    return;
                }
            }
            await Task.Delay(Look, stop);
        }
    }

    private static async Task<string> SendInvoice(HttpClient http, CancellationToken stop)
    {
        using var content = new ByteArrayContent(TinyPdf());
        using var answer = await http.PostAsync("/api/files?name=hoa-don.pdf", content, stop);
        var said = await answer.Content.ReadAsStringAsync(stop);
        return answer.StatusCode == HttpStatusCode.Created ? JsonNode.Parse(said)!["id"]!.GetValue<string>() : throw new WrongAnswerException($"The invoice was not taken: {said}");
    }

    /// <summary>One empty page.</summary>
    private static byte[] TinyPdf()
    {
        var (text, at) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var body in (string[])["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"])
        {
            at.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{at.Count} 0 obj\n{body}\nendobj\n");
        }
        var table = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n");
        foreach (var offset in at) text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
