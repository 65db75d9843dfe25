using System.Runtime.CompilerServices;
using Dapper;
using HaiDang.Platform.Data;
using HaiDang.Platform.Operations;
using NodaTime;

namespace HaiDang.Cases.Sign;

/// <summary>Every result that was issued, whatever has become of it since.</summary>
internal sealed class ExportResults(CityDb db) : IResultFiles
{
    public async IAsyncEnumerable<ResultFile> All([EnumeratorCancellation] CancellationToken stop)
    {
        var connection = await db.Connection(stop);
        var rows = await connection.QueryAsync<Row>("""
            select number, code, title, service, unit, issued_on, signer_name, signer_title, state, file_hash from cases_result order by issued_on, code
            """);
        foreach (var r in rows)
            yield return new ResultFile(r.Number, r.Code, r.Title, r.Service, r.Unit, r.Issued_On, r.Signer_Name, r.Signer_Title, r.State, r.File_Hash);
    }

    private sealed class Row
    {
        public string Number { get; set; } = "";
        public string Code { get; set; } = "";
        public string Title { get; set; } = "";
        public string Service { get; set; } = "";
        public string Unit { get; set; } = "";
        public LocalDate Issued_On { get; set; }
        public string Signer_Name { get; set; } = "";
        public string Signer_Title { get; set; } = "";
        public string State { get; set; } = "";
        public string File_Hash { get; set; } = "";
    }
}
