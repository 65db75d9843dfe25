using System.Reflection;

namespace HaiDang.Kernel.Tests;

/// <summary>A refusal and its remedy stand one behind the other on a page: each is a sentence with its stop.</summary>
public sealed class SentenceTests
{
    public static TheoryData<string> Codes => [.. Types().Select(t => t.Code).Distinct()];

    [Theory, MemberData(nameof(Codes))]
    public void A_refusal_is_a_sentence_in_both_languages(string code)
    {
        foreach (var type in Types().Where(t => t.Code == code))
            foreach (var words in new[] { type.Sentence.Vi, type.Sentence.En, type.Remedy.Vi, type.Remedy.En }) Assert.EndsWith(".", words, StringComparison.Ordinal);
    }

    private static IEnumerable<ProblemType> Types() =>
        from type in typeof(ProblemType).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType == typeof(ProblemType) && !type.ContainsGenericParameters
        select (ProblemType)field.GetValue(null)!;
}
