using Dapper;
using HaiDang.Cases.Life;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Files;

/// <summary>
/// Notes files that were put for a draft and for nothing else, so that they can go when no draft names them any more. A file that
/// anybody else has put, or that was sent with a case, is noted no longer and stays for ever.
/// </summary>
internal sealed class Uploads(CityDb db, IClock clock)
{
    /// <summary>A content that was there before is noted again only where the last to put it was noted too.</summary>
    public async Task Note(Blob blob, CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var now = clock.GetCurrentInstant();
        if (blob.Before is { } before)
            await connection.ExecuteAsync("update cases_upload set mark=@Mark, unnamed_since=null where hash=@Hash and mark=@before", new { blob.Mark, blob.Hash, before });
        else
            await connection.ExecuteAsync("""
                insert into cases_upload(hash, mark, at) values (@Hash, @Mark, @now)
                on conflict(hash) do update set mark=excluded.mark, at=excluded.at, unnamed_since=null
                """, new { blob.Hash, blob.Mark, now });
    }

    /// <summary>In the transaction that sends them with a case: from now on they are the case's.</summary>
    public static async Task Sent(CityTransaction transaction, IEnumerable<CaseFile> files)
    {
        foreach (var file in files) await transaction.Execute("delete from cases_upload where hash=@Hash", new { file.Hash });
    }
}
