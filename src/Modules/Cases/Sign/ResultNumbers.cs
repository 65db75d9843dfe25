using System.Globalization;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Sign;

/// <summary>Numbers of results: gapless per unit, service and year, taken in the transaction that keeps the result.</summary>
internal static class ResultNumbers
{
    public static async Task<string> Next(CityTransaction transaction, Case matter, ServiceDefinition service, LocalDate date)
    {
        var serial = await CaseNumbers.NextSerial(transaction, CaseNumbers.ResultSeries(matter, date));
        return service.Result.Number.Replace("{serial}", serial.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>The public row by which a result is verified.</summary>
    public static Task Keep(CityTransaction transaction, Case matter, IssuedResult result) => transaction.Execute("""
        insert into cases_result(code, case_id, number, title, service, unit, issued_on, valid_until, signer_name, signer_title, state, file_hash)
        values (@VerifyCode, @Id, @Number, @Title, @Service, @Unit, @Date, @ValidUntil, @SignerName, @SignerTitle, 'valid', @FileHash)
        """, new { result.VerifyCode, matter.Id, result.Number, result.Title, matter.Service, matter.Unit, result.Date, result.ValidUntil, result.SignerName, result.SignerTitle, result.FileHash });
}
