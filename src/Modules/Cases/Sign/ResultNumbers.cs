using System.Text.RegularExpressions;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Sign;

/// <summary>Numbers of results: gapless per unit, service and year, taken in the transaction that keeps the result.</summary>
internal static partial class ResultNumbers
{
    public static async Task<string> Next(CityTransaction transaction, Case matter, ServiceDefinition service, Unit? unit, LocalDate date) =>
        Fill(service, unit, date, await CaseNumbers.NextSerial(transaction, CaseNumbers.ResultSeries(matter, date)));

    /// <summary>The pattern of a case number, in which a plain <c>{serial}</c> has at least two digits, as on paper.</summary>
    public static string Fill(ServiceDefinition service, Unit? unit, LocalDate date, long serial) => CaseNumbers.Fill(
        service.Result.Number.Replace("{serial}", "{serial:2}", StringComparison.Ordinal), unit?.Identifier ?? "", date, serial);

    /// <summary>The number while it is not taken yet.</summary>
    public static string Unfilled(ServiceDefinition service) => Serial().Replace(service.Result.Number, "…");

    /// <summary>The public row by which a result is verified.</summary>
    public static Task Keep(CityTransaction transaction, Case matter, IssuedResult result) => transaction.Execute("""
        insert into cases_result(code, case_id, number, title, service, unit, issued_on, valid_until, signer_name, signer_title, state, file_hash)
        values (@VerifyCode, @Id, @Number, @Title, @Service, @Unit, @Date, @ValidUntil, @SignerName, @SignerTitle, 'valid', @FileHash)
        """, new { result.VerifyCode, matter.Id, result.Number, result.Title, matter.Service, matter.Unit, result.Date, result.ValidUntil, result.SignerName, result.SignerTitle, result.FileHash });

    [GeneratedRegex(@"\{serial(:\d+)?\}")]
    private static partial Regex Serial();
}
