using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Cases.Jobs;

/// <summary>The next number of a series that a process names: gapless but for numbers that have no check digit.</summary>
internal static class NumberSeries
{
    private const int MostSkipped = 100;

    /// <summary>Null when no number of the series fits its check.</summary>
    public static async Task<string?> Next(CityTransaction transaction, IReadOnlyDictionary<string, string> settings, Unit unit, LocalDate date)
    {
        var name = $"series/{settings[JobTypes.Series]}{(settings.GetValueOrDefault(JobTypes.Scope) == "unit" ? $"/{unit.Id}" : "")}";
        for (var skipped = 0; skipped < MostSkipped; skipped++)
            if (Fill(settings, unit, date, await CaseNumbers.NextSerial(transaction, name)) is { } number) return number;
        return null;
    }

    /// <summary>A number with its check digit; null where it has none.</summary>
    public static string? Fill(IReadOnlyDictionary<string, string> settings, Unit unit, LocalDate date, long serial)
    {
        var number = CaseNumbers.Fill(settings[JobTypes.Pattern], unit.Identifier, date, serial);
        return settings.GetValueOrDefault(JobTypes.CheckDigit) == JobTypes.TaxCode ? TaxCode.Of(number) : number;
    }
}
