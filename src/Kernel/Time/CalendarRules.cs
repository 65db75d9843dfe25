using NodaTime;

namespace HaiDang.Kernel;

/// <summary>Hours of a day during which people work: from the first moment, included, to the last, excluded.</summary>
/// <param name="From">When work begins.</param>
/// <param name="To">When it ends, after <paramref name="From"/> on the same day.</param>
public readonly record struct WorkingInterval(LocalTime From, LocalTime To);

/// <summary>Days on which nobody works although the week says so.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="Name">What people call it, for example Tết Nguyên đán.</param>
public sealed record Holiday(LocalDate From, LocalDate To, LocalText Name);

/// <summary>A day that works as another day of the week does, as a Saturday that pays for a bridge day.</summary>
/// <param name="Date">The day.</param>
/// <param name="WorksAs">The weekday whose hours it has.</param>
/// <param name="Name">Why.</param>
public sealed record SwappedDay(LocalDate Date, IsoDayOfWeek WorksAs, LocalText Name);

/// <summary>A day with hours of its own, as the morning before a feast.</summary>
/// <param name="Date">The day.</param>
/// <param name="Hours">Its hours; empty for none.</param>
/// <param name="Name">Why.</param>
public sealed record ShortDay(LocalDate Date, IReadOnlyList<WorkingInterval> Hours, LocalText Name);

/// <summary>A time during which offices are shut against all plans, as in a typhoon. It wins over every other rule.</summary>
/// <param name="From">First moment, local time.</param>
/// <param name="To">First moment after it, local time.</param>
/// <param name="Name">Why.</param>
public sealed record Closure(LocalDateTime From, LocalDateTime To, LocalText Name);

/// <summary>
/// Everything that a city writes about when its offices work. Precedence, strongest first: closures, short days, swapped
/// days, holidays, the week.
/// </summary>
public sealed record CalendarRules
{
    /// <summary>IANA name of the time zone, for example <c>Asia/Ho_Chi_Minh</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Hours of each weekday, in order; a day that is absent has none.</summary>
    public required IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<WorkingInterval>> Week { get; init; }

    /// <summary>Public holidays.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Days that work as another weekday.</summary>
    public IReadOnlyList<SwappedDay> SwappedDays { get; init; } = [];

    /// <summary>Days with hours of their own.</summary>
    public IReadOnlyList<ShortDay> ShortDays { get; init; } = [];

    /// <summary>Exceptional closures.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>How many hours one working day of a time limit stands for; null for the longest day of the week.</summary>
    public Duration? StandardDay { get; init; }

    /// <summary>
    /// From this time of day, a limit in days begins at the opening of the next working day. Null: it begins at once.
    /// Midnight: the first day is never counted, as Civil Code 91/2015/QH13, article 147(2), has it
    /// (read at https://thuvienphapluat.vn/hoi-dap-phap-luat/3896F-hd-thoi-diem-bat-dau-va-ket-thuc-thoi-han-duoc-xac-dinh-nhu-the-nao.html).
    /// Limits in hours begin at once whatever stands here (article 147(1)).
    /// </summary>
    public LocalTime? CutOff { get; init; }

    /// <summary>The years whose holidays are known. Other years are computed from the week alone; see <see cref="WorkingCalendar.Covers(LocalDate)"/>.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];
}

/// <summary>Why a day has the hours that it has.</summary>
public enum DayKind
{
    /// <summary>As the week says.</summary>
    Ordinary,
    /// <summary>A public holiday.</summary>
    Holiday,
    /// <summary>A day that works as another weekday.</summary>
    Swapped,
    /// <summary>A day with hours of its own.</summary>
    Short,
    /// <summary>A day that a closure touches.</summary>
    Closed,
}

/// <summary>One day as it is worked.</summary>
/// <param name="Date">The day.</param>
/// <param name="Hours">Its hours in order; empty when nobody works.</param>
/// <param name="Kind">What decided them.</param>
/// <param name="Name">Name of the holiday, reason of the swap, short day or closure; null on ordinary days.</param>
public sealed record WorkingDay(LocalDate Date, IReadOnlyList<WorkingInterval> Hours, DayKind Kind, LocalText? Name);
