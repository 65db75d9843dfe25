namespace HaiDang.Cases.Life;

/// <summary>The automatic steps that the platform does (docs/bpmn.md) and the names of their settings.</summary>
internal static class JobTypes
{
    /// <summary>Makes the result and seals it with the agency's seal.</summary>
    public const string Issue = "issue";

    /// <summary>Takes the next number of a series.</summary>
    public const string Number = "number";

    /// <summary>Asks a system outside.</summary>
    public const string Http = "http";

    public const string Series = "series";
    public const string Pattern = "pattern";
    public const string Scope = "scope";
    public const string CheckDigit = "check";
    public const string TaxCode = "tax-code";
    public const string Connection = "connection";
    public const string Path = "path";

    /// <summary>How often a step is tried unless it says otherwise, and at most.</summary>
    public const int Tries = 3;
    public const int MostTries = 50;
}
