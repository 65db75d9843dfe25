using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Cases.Life;

/// <summary>
/// The appointed time, always computed from what happened: from the legal clock or, since an apology, from the new promise.
/// A pause after either moves it by as much working time as it took.
/// </summary>
internal static class Appointment
{
    /// <summary>Null while nothing runs: before the counter accepts, and while the applicant is asked for more.</summary>
    public static Instant? Of(Case matter, WorkingClock? clock, Setting setting)
    {
        if (clock is null) return null;
        var promise = matter.Apologies is [.., var apology]
            ? clock with { Limit = setting.Service.ApologyTime, Started = apology.At, Pauses = [.. clock.Pauses.Where(p => p.From >= apology.At)] }
            : clock;
        return promise.Due(setting.Calendar);
    }
}
