namespace HaiDang.Cases.Life;

/// <summary>What a user task of a process may offer (<c>haidang:actions</c>). A completing verb becomes the variable <c>decision</c>.</summary>
internal static class Verbs
{
    public const string Accept = "accept";
    public const string Supplement = "supplement";
    public const string Refuse = "refuse";
    public const string Approve = "approve";
    public const string Return = "return";
    public const string Sign = "sign";
    public const string Done = "done";

    public static readonly IReadOnlySet<string> All = new HashSet<string> { Accept, Supplement, Refuse, Approve, Return, Sign, Done };
}
