namespace HaiDang.Documents.Signing;

/// <summary>Why a document could not be signed, a certificate not be used, or a signature not be relied on: what is wrong and how to mend it.</summary>
/// <param name="Code">Stable code, <c>sign.kebab-case</c>, never reused and never renamed once released.</param>
/// <param name="Vi">What is wrong and how to mend it, in Vietnamese.</param>
/// <param name="En">The same in English.</param>
public sealed record SigningDiagnostic(string Code, string Vi, string En);
