namespace HaiDang.Forms;

/// <summary>Why an answer cannot be accepted, and what to do.</summary>
/// <param name="Path">Path of the answer with indexes (<c>children[0].name</c>): the name of its input.</param>
/// <param name="Code">Stable code, one of <see cref="FormProblemCode"/>.</param>
/// <param name="Vi">What to do, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
/// <param name="PageId">The page on which it is to be mended.</param>
public sealed record FormProblem(string Path, string Code, string Vi, string En, string PageId);

/// <summary>The codes of <see cref="FormProblem"/>; they never change their meaning.</summary>
public static class FormProblemCode
{
    /// <summary>An answer must be given.</summary>
    public const string Required = "form.required";
    /// <summary>The text holds control characters or broken encoding.</summary>
    public const string Unreadable = "form.unreadable";
    /// <summary>The value is of another JSON type than the field's.</summary>
    public const string WrongType = "form.wrong-type";
    /// <summary>What was typed is no number.</summary>
    public const string NotANumber = "form.not-a-number";
    /// <summary>What was typed is no date, or there is no such day.</summary>
    public const string NotADate = "form.not-a-date";
    /// <summary>What was typed is no time.</summary>
    public const string NotATime = "form.not-a-time";
    /// <summary>The value is none of the options.</summary>
    public const string NotAnOption = "form.not-an-option";
    /// <summary>Too few characters.</summary>
    public const string TooShort = "form.too-short";
    /// <summary>Too many characters.</summary>
    public const string TooLong = "form.too-long";
    /// <summary>The text does not match the pattern.</summary>
    public const string Pattern = "form.pattern";
    /// <summary>The number is too small.</summary>
    public const string TooSmall = "form.too-small";
    /// <summary>The number is too great.</summary>
    public const string TooGreat = "form.too-great";
    /// <summary>The number has too many decimal digits.</summary>
    public const string Decimals = "form.decimals";
    /// <summary>The number is no multiple of the step.</summary>
    public const string Step = "form.step";
    /// <summary>No e-mail address.</summary>
    public const string Email = "form.email";
    /// <summary>No telephone number.</summary>
    public const string Phone = "form.phone";
    /// <summary>No 12-digit identity number.</summary>
    public const string IdentityNumber = "form.identity-number";
    /// <summary>An identity number that begins with no province or country of the list.</summary>
    public const string IdentityPlace = "form.identity-place";
    /// <summary>A 9-digit number of an old identity card.</summary>
    public const string OldIdentityNumber = "form.old-identity-number";
    /// <summary>The name holds digits or signs.</summary>
    public const string PersonName = "form.person-name";
    /// <summary>The date must not be before today.</summary>
    public const string DatePassed = "form.date-passed";
    /// <summary>The date must not be after today.</summary>
    public const string DateAhead = "form.date-ahead";
    /// <summary>Too many items or values.</summary>
    public const string TooMany = "form.too-many";
    /// <summary>The field's own check (<c>haidang:check</c>) says no.</summary>
    public const string Check = "form.check";
    /// <summary>The file's kind is not taken.</summary>
    public const string FileKind = "form.file-kind";

    /// <summary>The codes that say that what was typed could not be understood at all.</summary>
    internal static readonly IReadOnlySet<string> OfReading =
        new HashSet<string>(StringComparer.Ordinal) { Unreadable, WrongType, NotANumber, NotADate, NotATime, NotAnOption };
}
