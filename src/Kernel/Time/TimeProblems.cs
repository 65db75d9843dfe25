namespace HaiDang.Kernel;

/// <summary>The refusals of working time, calendars and clocks.</summary>
public static class TimeProblems
{
    /// <summary>A text that is no amount of working time.</summary>
    public static readonly ProblemType NotWorkingTime = new("kernel.not-working-time", ProblemKind.Invalid,
        new("“{0}” không phải là lượng thời gian làm việc.", "“{0}” is not an amount of working time."),
        new("Viết như P3D (3 ngày), PT4H (4 giờ) hoặc P1DT4H; không dùng tuần, tháng, năm.", "Write P3D (3 days), PT4H (4 hours) or P1DT4H; no weeks, months or years."));

    /// <summary>A time zone that the database of zones does not know.</summary>
    public static readonly ProblemType UnknownZone = new("kernel.calendar-unknown-zone", ProblemKind.Invalid,
        new("Không có múi giờ “{0}”.", "There is no time zone “{0}”."),
        new("Viết tên theo IANA, ví dụ Asia/Ho_Chi_Minh.", "Write its IANA name, for example Asia/Ho_Chi_Minh."));

    /// <summary>A calendar in which nobody ever works.</summary>
    public static readonly ProblemType NoHours = new("kernel.calendar-no-hours", ProblemKind.Invalid,
        new("Lịch không có giờ làm việc nào trong tuần.", "The calendar has no working hours in the week."),
        new("Ghi giờ làm việc cho ít nhất một ngày trong tuần.", "Give at least one weekday its working hours."));

    /// <summary>Hours of one day that overlap, touch or run backwards.</summary>
    public static readonly ProblemType HoursOutOfOrder = new("kernel.calendar-hours-out-of-order", ProblemKind.Invalid,
        new("Giờ làm việc của {0} chồng nhau hoặc kết thúc trước khi bắt đầu.", "The working hours of {0} overlap or end before they begin."),
        new("Xếp các khoảng giờ theo thứ tự, mỗi khoảng bắt đầu sau khi khoảng trước kết thúc.", "Put the hours in order, each beginning after the one before has ended."));

    /// <summary>A period that ends before it begins, or a holiday of more than a year.</summary>
    public static readonly ProblemType PeriodBackwards = new("kernel.calendar-period-backwards", ProblemKind.Invalid,
        new("Khoảng “{0}” kết thúc trước khi bắt đầu hoặc dài hơn một năm.", "The period “{0}” ends before it begins or is longer than a year."),
        new("Sửa ngày bắt đầu hoặc ngày kết thúc.", "Correct its first or last day."));

    /// <summary>A swapped day that names no weekday.</summary>
    public static readonly ProblemType NotAWeekday = new("kernel.calendar-not-a-weekday", ProblemKind.Invalid,
        new("Ngày hoán đổi “{0}” không nói làm việc như thứ mấy.", "The swapped day “{0}” does not say which weekday it works as."),
        new("Ghi một thứ trong tuần, từ thứ Hai đến Chủ nhật.", "Name a weekday, from Monday to Sunday."));

    /// <summary>A date that two entries of the same rank explain.</summary>
    public static readonly ProblemType DayTwice = new("kernel.calendar-day-twice", ProblemKind.Invalid,
        new("Ngày {0} được ghi hai lần: “{1}” và “{2}”.", "The day {0} is entered twice: “{1}” and “{2}”."),
        new("Giữ một dòng cho mỗi ngày.", "Keep one entry for each day."));

    /// <summary>A standard day that is not above zero and at most 24 hours.</summary>
    public static readonly ProblemType BadStandardDay = new("kernel.calendar-bad-standard-day", ProblemKind.Invalid,
        new("Ngày làm việc chuẩn phải dài hơn 0 và không quá 24 giờ.", "The standard day must be longer than 0 and at most 24 hours."),
        new("Bỏ trống để lấy ngày dài nhất trong tuần, hoặc ghi ví dụ 8 giờ.", "Leave it out to take the longest day of the week, or give for example 8 hours."));

    /// <summary>An act on a clock that lies before what already happened to it.</summary>
    public static readonly ProblemType ClockBackwards = new("kernel.clock-backwards", ProblemKind.Conflict,
        new("Thời điểm này ở trước lần thay đổi gần nhất của đồng hồ hồ sơ.", "This moment lies before the last change of the case's clock."),
        new("Tải lại hồ sơ rồi thử lại.", "Reload the case and try again."));

    /// <summary>A pause of a clock that stands.</summary>
    public static readonly ProblemType ClockNotRunning = new("kernel.clock-not-running", ProblemKind.Conflict,
        new("Đồng hồ hồ sơ đang dừng.", "The case's clock stands still."),
        new("Tải lại hồ sơ để xem trạng thái mới nhất.", "Reload the case to see its latest state."));

    /// <summary>A resumption of a clock that runs.</summary>
    public static readonly ProblemType ClockRunning = new("kernel.clock-running", ProblemKind.Conflict,
        new("Đồng hồ hồ sơ đang chạy.", "The case's clock is running."),
        new("Tải lại hồ sơ để xem trạng thái mới nhất.", "Reload the case to see its latest state."));

    /// <summary>Any act on a clock that was stopped for good.</summary>
    public static readonly ProblemType ClockEnded = new("kernel.clock-ended", ProblemKind.Conflict,
        new("Thời hạn của hồ sơ đã kết thúc.", "The time limit of the case has ended."),
        new("Tải lại hồ sơ để xem trạng thái mới nhất.", "Reload the case to see its latest state."));
}
