using System.Collections.Concurrent;
using Dapper;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Definitions;

/// <summary>
/// The services that the city offers now, and every version that some case still runs on. Versions are kept in the
/// database by their content, so editing the folder never touches a running case.
/// </summary>
internal sealed class ServiceCatalogue
{
    private readonly Database database;
    private readonly ConcurrentDictionary<string, ServiceDefinition> byHash = new();
    private readonly Dictionary<string, ServiceDefinition> offered;

    public ServiceCatalogue(CityFolder folder, Database database, PackProblems problems)
    {
        this.database = database;
        var files = folder.Folders("services/").Select(slug => ServiceFiles.Of(folder, slug, problems)).ToList();
        Files = files;
        offered = files.Select(f => ServiceReader.Read(f, problems)).OfType<ServiceDefinition>().ToDictionary(s => s.Slug);
        foreach (var service in offered.Values) byHash[service.Hash] = service;
        All = [.. offered.Values.OrderBy(s => Vietnamese.SortKey(s.Name.Vi), StringComparer.Ordinal)];
    }

    private IReadOnlyList<ServiceFiles> Files { get; }

    /// <summary>What the city offers, by name in Vietnamese order.</summary>
    public IReadOnlyList<ServiceDefinition> All { get; }

    public ServiceDefinition? Find(string slug) => offered.GetValueOrDefault(slug);

    /// <summary>The version that a case or draft runs on.</summary>
    public async Task<ServiceDefinition> Pinned(string hash, CancellationToken stop = default)
    {
        if (byHash.TryGetValue(hash, out var known)) return known;
        await using var connection = await database.Open(stop);
        var (slug, packed) = await connection.QueryFirstOrDefaultAsync<(string Slug, byte[] Files)>(
            "select slug, files from cases_definition where hash=@hash", new { hash });
        if (packed is null) throw new InvalidOperationException($"The version {hash} of a service is not in the database.");
        var problems = new PackProblems();
        var read = ServiceReader.Read(ServiceFiles.Unpack(slug, packed), problems)
            ?? throw new InvalidOperationException($"The kept version {hash} of {slug} cannot be read: {problems.All.FirstOrDefault()?.In(Language.English)}");
        return byHash.GetOrAdd(hash, read);
    }

    /// <summary>Keeps the versions offered now. Run at every start.</summary>
    public async Task Keep(Instant now, CancellationToken stop = default)
    {
        await using var connection = await database.Open(stop);
        foreach (var files in Files.Where(f => offered.ContainsKey(f.Slug)))
            await connection.ExecuteAsync(
                "insert into cases_definition(hash, slug, files, first_seen_at) values (@Hash, @Slug, @files, @now) on conflict do nothing",
                new { files.Hash, files.Slug, files = files.Pack(), now });
    }
}
