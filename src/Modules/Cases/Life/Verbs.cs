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

    /// <summary>What an agency answers when it is asked for its opinion: no objection, or one with its reason. Others decide.</summary>
    public const string Agree = "agree";
    public const string Object = "object";

    /// <summary>Hands the case to a closer look, with the reason.</summary>
    public const string Escalate = "escalate";

    public static readonly IReadOnlySet<string> All = new HashSet<string> { Accept, Supplement, Refuse, Approve, Return, Sign, Done, Agree, Object, Escalate };

    /// <summary>Verbs that say why.</summary>
    public static bool GivesReason(string verb) => verb is Refuse or Return or Object or Escalate;
}
