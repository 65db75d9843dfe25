using System.Data.Common;
using HaiDang.Platform.Data;

namespace HaiDang.Directory.Data;

internal static class DbReads
{
    /// <summary>The transaction that is open on this connection, if any: a read by a port may happen within the caller's.</summary>
    public static DbTransaction? Inner(this CityDb db) => db.Current;
}
