using System.Security.Claims;
using Dapper;
using HaiDang.Directory.Secrets;
using HaiDang.Kernel;
using HaiDang.Platform.Data;
using HaiDang.Ui;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Claim = HaiDang.Platform.Access.Claim;

namespace HaiDang.Directory.Sessions;

/// <summary>
/// Keeps what was posted after a session had ended, sealed, until the same person has signed in again. Nothing is sent for them:
/// the page shows it in its form, and they press the button.
/// </summary>
internal sealed class HeldPosts(CityDb db, Sealed box, IClock clock)
{
    public const string Parameter = "held";

    private const string Purpose = "held-post";
    private const int MostCharacters = 200_000, MostFields = 1_000;
    private static readonly Duration Life = Duration.FromHours(2);

    /// <summary>Secrets are typed anew, and never kept.</summary>
    private static readonly HashSet<string> Secrets = ["__RequestVerificationToken", "password", "repeated", "current", "passphrase", "code", "secret"];

    internal sealed record Held(string Owner, string Action, Dictionary<string, List<string>> Values, bool HadFiles);

    /// <summary>Keeps a posted form for the person whose session has ended; the id to find it by, or null when it is too much to keep.</summary>
    public async Task<string?> Keep(ClaimsPrincipal ended, HttpRequest request, CancellationToken stop)
    {
        if (OwnerOf(ended) is not { } owner || !request.HasFormContentType) return null;
        IFormCollection posted;
        try
        {
            posted = await request.ReadFormAsync(stop);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return null;
        }
        var values = posted.Where(f => !Secrets.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToList());
        if (values.Count > MostFields || values.Sum(v => v.Key.Length + v.Value.Sum(t => t.Length)) > MostCharacters) return null;
        var held = new Held(owner, request.Path + request.QueryString, values, posted.Files.Any(f => f.FileName.Length > 0));
        var (id, now) = (Uuid.Secret(20), clock.GetCurrentInstant());
        var connection = await db.Connection(stop);
        await connection.ExecuteAsync("delete from directory_held where until < @now", new { now });
        await connection.ExecuteAsync("insert into directory_held(id, until, content) values (@id, @until, @content)",
            new { id, until = now + Life, content = box.Close(Purpose, held, Life) });
        return id;
    }

    /// <summary>What this person had typed, for the form that it belongs to; null when it is not theirs or over.</summary>
    public async Task<TypedAgain?> Find(string id, ClaimsPrincipal who, CancellationToken stop)
    {
        if (id.Length > 40) return null;
        var connection = await db.Connection(stop);
        var content = await connection.QueryFirstOrDefaultAsync<string>("select content from directory_held where id=@id", new { id });
        return box.Open<Held>(Purpose, content) is { } held && held.Owner == OwnerOf(who)
            ? new TypedAgain(held.Action, held.Values.ToDictionary(v => v.Key, IReadOnlyList<string> (v) => v.Value), held.HadFiles)
            : null;
    }

    private static string? OwnerOf(ClaimsPrincipal who) =>
        who.FindFirstValue(Claim.Id) is { } id ? $"{who.FindFirstValue(Claim.Kind)}:{id}" : null;
}
