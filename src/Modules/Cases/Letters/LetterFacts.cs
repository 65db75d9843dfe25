using System.Text.Json;
using System.Text.Json.Nodes;
using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Life;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;
using NodaTime.Text;

namespace HaiDang.Cases.Letters;

/// <summary>
/// What letters, results and messages may say of a case (docs/city.md lists the names). Dates are words for people in the
/// letter's language; beside each stands its ISO twin (<c>appointedAtIso</c>) for reckoning.
/// </summary>
internal sealed class LetterFacts(City city, Uri address, IUnits units)
{
    /// <param name="payment">The money that a receipt is for; elsewhere what was paid last.</param>
    public JsonObject Of(
        Case c, ServiceDefinition service, Language language, Instant now, OfficialCard? official = null, IssuedResult? result = null, Payment? payment = null) => new()
    {
        ["case"] = Matter(c, language),
        ["service"] = new JsonObject
        {
            ["name"] = service.Name.In(language), ["code"] = service.Code, ["summary"] = service.Summary.In(language),
            ["timeLimit"] = Wording.Limit(c.Clock?.Limit ?? service.TimeLimitOf(Circumstances.Of(c, city.Zone))).In(language),
        },
        ["applicant"] = new JsonObject
        {
            ["name"] = c.Applicant.Name, ["identityNumber"] = c.Applicant.IdentityNumber, ["phone"] = c.Applicant.Phone,
            ["email"] = c.Applicant.Email, ["address"] = c.Applicant.Address,
        },
        ["unit"] = UnitOf(c, language),
        ["city"] = new JsonObject { ["name"] = city.Name.In(language), ["hotline"] = city.Hotline },
        ["official"] = new JsonObject { ["name"] = official?.Name, ["title"] = official?.Position },
        ["fee"] = new JsonObject
        {
            ["amount"] = c.Fee.Amount, ["text"] = Wording.Money(new Money(c.Fee.Amount), language),
            ["words"] = Wording.MoneyInWords(new Money(c.Fee.Amount)).In(language), ["reason"] = c.Fee.Reason.In(language),
        },
        ["parts"] = List(service.PartsFor(c.Answers), p => new() { ["name"] = p.Name.In(language), ["copies"] = p.Copies }),
        ["asked"] = List(c.Asked?.Parts ?? [], a => new() { ["part"] = service.NameOfPart(a.Part)?.In(language) ?? a.Name, ["reason"] = a.Reason }),
        ["note"] = c.Asked?.Note,
        ["result"] = ResultOf(result ?? c.Result),
        ["answers"] = AnswersInWords.Of(c.Answers, service, units, language),
        ["variables"] = Variables(c),
        ["payment"] = PaymentOf(payment ?? LetterKinds.Paid(c), language),
        ["owed"] = OwedOf(c, language),
        ["today"] = Wording.Date(now.InZone(city.Zone).Date),
        ["todayIso"] = LocalDatePattern.Iso.Format(now.InZone(city.Zone).Date),
    };

    /// <summary>An address that works outside: for mail and paper.</summary>
    public string Absolute(string path) => new Uri(address, path).ToString();

    private JsonObject Matter(Case c, Language language)
    {
        var apology = c.Apologies.Count > 0 ? c.Apologies[^1] : null;
        var matter = new JsonObject
        {
            ["number"] = c.Number,
            ["code"] = c.Number,
            ["reason"] = c.Refusal?.Reason ?? apology?.Reason ?? c.Proposal?.Reason,
            ["law"] = c.Refusal?.Law ?? c.Proposal?.Law,
            ["link"] = Absolute(Links.Mine.Case(c.Number)),
            ["channel"] = CaseStore.Name(c.Channel),
        };
        Time("submittedAt", c.SubmittedAt);
        Time("acceptedAt", c.AcceptedAt);
        Time("appointedAt", apology?.Missed ?? c.AppointedAt);
        Time("newAppointedAt", apology?.NewAppointment);
        Time("respondBy", c.Asked?.RespondBy);
        return matter;

        void Time(string name, Instant? at)
        {
            matter[name] = at is { } time ? Wording.DateTime(time, city.Zone).In(language) : null;
            matter[name + "Iso"] = at is { } iso ? InstantPattern.ExtendedIso.Format(iso) : null;
        }
    }

    private JsonObject UnitOf(Case c, Language language)
    {
        var unit = units.Find(c.Unit);
        return new JsonObject
        {
            ["name"] = unit?.Name.In(language), ["shortName"] = unit?.ShortName.In(language), ["superior"] = unit?.SuperiorTitle,
            ["place"] = unit?.Place, ["address"] = unit?.Address?.In(language), ["phone"] = unit?.Phone, ["email"] = unit?.Email,
        };
    }

    private static JsonObject ResultOf(IssuedResult? result) => new()
    {
        ["number"] = result?.Number,
        ["date"] = result is null ? null : Wording.Date(result.Date),
        ["dateIso"] = result is null ? null : LocalDatePattern.Iso.Format(result.Date),
        ["code"] = result?.VerifyCode,
    };

    /// <summary>What the process has put together so far: numbers taken, decisions made.</summary>
    private static JsonObject Variables(Case c) => JsonSerializer.SerializeToNode(c.Process?.Variables ?? BpmnVariables.Empty)!.AsObject();

    private JsonObject? PaymentOf(Payment? paid, Language language)
    {
        if (paid is null) return null;
        var payment = Sum(paid.Amount, language);
        payment["reason"] = paid.Reason;
        payment["receipt"] = paid.Receipt;
        payment["takenBy"] = paid.ByName;
        payment["unit"] = units.Find(paid.Unit)?.Name.In(language);
        payment["way"] = Pay.PayWords.Ways[paid.Way].In(language);
        payment["paidAt"] = Wording.DateTime(paid.PaidAt, city.Zone).In(language);
        return payment;
    }

    /// <summary>What must be paid now, of several the one asked for last; null where nothing must.</summary>
    private JsonObject? OwedOf(Case c, Language language)
    {
        if (c.Owing.LastOrDefault() is not { Fee: { } fee } wait) return null;
        var owed = Sum(fee.Amount, language);
        owed["reason"] = fee.Reason.In(language);
        owed["until"] = Wording.DateTime(wait.DueAt, city.Zone).In(language);
        return owed;
    }

    private static JsonObject Sum(long amount, Language language) => new()
    {
        ["amount"] = amount, ["text"] = Wording.Money(new Money(amount), language), ["words"] = Wording.MoneyInWords(new Money(amount)).In(language),
    };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> one) => [.. items.Select(JsonNode (i) => one(i))];
}
