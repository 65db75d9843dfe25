using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using HaiDang.Bench.Lifecycle;
using HaiDang.Bench.Measuring;
using HaiDang.Bench.Server;
using HaiDang.Bench.Town;

namespace HaiDang.Bench.Pages;

/// <summary>
/// How long the ten most used pages take, one after another from one browser, to the last byte over loopback; and how many
/// bytes a first visit takes over the wire, compressed: the page and everything that it and its styles refer to.
/// </summary>
internal static partial class PagesBench
{
    private const string Bench = "pages";

    public static async Task Run(Workplace place, long rows, int times, Report report, CancellationToken stop)
    {
        await CityProgram.Run(place, ["generate", rows.ToString(System.Globalization.CultureInfo.InvariantCulture), "--demo"], stop);
        await place.Database.Settle(stop);
        await using var program = await CityProgram.Start(place, stop);
        await using var counter = await Counter.Open(program.Address, place.Database, stop, 1);
        await counter.Prepare(2, stop);
        var number = await counter.Submit(0, stop);
        using var visitor = new HttpClient { BaseAddress = program.Address };
        (string Name, Func<Task> Open)[] pages =
        [
            ("home", Visit("/")), ("services", Visit("/dich-vu")), ("a service", Visit($"/dich-vu/{BenchTown.Service}")), ("track a case", Visit("/tra-cuu")),
            ("verify a result", Visit("/xac-minh")), ("sign in", Visit("/dang-nhap")), ("inbox", Work("/desk")), ("a case", Work($"/desk/ho-so/{number}")),
            ("find", Work($"/desk/tim?q={number}")), ("counter", Work("/desk/quay")),
        ];
        report.Say($"{place.Database.Engine}: ten pages, {times} times each…");
        foreach (var (_, open) in pages)
            for (var i = 0; i < times; i++) await open();
        foreach (var (name, open) in pages)
        {
            var samples = new Samples();
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                var from = Stopwatch.GetTimestamp();
                await open();
                samples.Add(from);
            }
            report.Add(Figure.Of(Bench, name, place.Database.Engine, rows, times / Stopwatch.GetElapsedTime(begun).TotalSeconds, samples));
        }
        var (bytes, parts) = await FirstVisit(program.Address, stop);
        report.Say($"a first visit: {bytes / 1000.0:0.0} kB over the wire in {parts} answers (aim: under 150)");
        if (bytes > 150_000) report.Fail($"a first visit takes {bytes} bytes");
        report.Add(new Figure(Bench, "first visit, bytes", "none", bytes, 0, 0, 0, 0));

        Func<Task> Visit(string path) => async () =>
        {
            using var answer = await visitor.GetAsync(path, stop);
            if (answer.StatusCode != HttpStatusCode.OK) throw new WrongAnswerException($"GET {path}: {(int)answer.StatusCode}");
            await answer.Content.ReadAsByteArrayAsync(stop);
        };

        Func<Task> Work(string path) => () => counter.Get(0, path, stop);
    }

    private static async Task<(long Bytes, int Parts)> FirstVisit(Uri city, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = city };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
        using var plain = new HttpClient { BaseAddress = city };
        var (seen, ask, bytes) = (new HashSet<string>(), new Queue<string>(["/"]), 0L);
        while (ask.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            using var answer = await http.GetAsync(path, stop);
            if (answer.StatusCode != HttpStatusCode.OK) throw new WrongAnswerException($"GET {path}: {(int)answer.StatusCode}");
            bytes += (await answer.Content.ReadAsByteArrayAsync(stop)).Length + answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4);
            if (answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "text/css")) continue;
            var text = await plain.GetStringAsync(path, stop);
            foreach (Match found in (answer.Content.Headers.ContentType.MediaType == "text/css" ? InStyles() : InPages()).Matches(text))
            {
                var to = new Uri(new Uri(city, path), WebUtility.HtmlDecode(found.Groups["to"].Value));
                if (to.Host == city.Host && to.Scheme.StartsWith("http", StringComparison.Ordinal)) ask.Enqueue(to.PathAndQuery);
            }
        }
        return (bytes, seen.Count);
    }

    [GeneratedRegex("""<(?:link\b(?=[^>]*\brel="?(?:stylesheet|icon|preload|modulepreload))[^>]*?\shref|script\b[^>]*?\ssrc|img\b[^>]*?\ssrc)="(?<to>[^"]+)""")]
    private static partial Regex InPages();

    [GeneratedRegex("""url\(["']?(?!data:)(?<to>[^"')]+)""")]
    private static partial Regex InStyles();
}
