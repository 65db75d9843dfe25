using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HaiDang.Cases.Life;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Files;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Files;

/// <summary>The files of a case: taken within the limits of their question and of the case, and named in its answers.</summary>
internal sealed class CaseFiles(IncomingFiles incoming, Uploads uploads, IClock clock)
{
    /// <summary>Most files of one question that takes several.</summary>
    public const int MostOfQuestion = 20;

    public const int MostFiles = 40;

    /// <summary>All files of a case together.</summary>
    public const long MostBytes = 200_000_000;

    private static readonly LocalText Kinds = new("Loại tệp: {0}.", "Kinds: {0}.");

    /// <summary>The kinds of files that a question takes, in words.</summary>
    public static LocalText KindsIn(IReadOnlyList<string> accept) => Kinds.With(string.Join(", ", FileKind.Taken(accept).Select(k => k.Word)));

    /// <summary>Takes what was posted for some questions beside what is kept already. Each refused file is named; the others are kept.</summary>
    public async Task<(ImmutableList<CaseFile> Kept, IReadOnlyList<Problem> Problems)> TakeAll(
        ImmutableList<CaseFile> kept, IEnumerable<FormNode> questions, IFormFileCollection posted, CancellationToken stop)
    {
        var problems = new List<Problem>();
        foreach (var question in questions)
            foreach (var sent in posted.GetFiles(question.Path).Where(f => f.FileName.Length > 0))
            {
                await using var content = sent.OpenReadStream();
                var taken = await Take(kept, question, sent.FileName, content, stop);
                problems.AddRange(taken.Problems);
                if (taken.Ok) kept = kept.Add(taken.Value);
            }
        return (kept, problems);
    }

    /// <summary>Takes one file for a question of a case that already has some.</summary>
    /// <param name="content">Readable and seekable.</param>
    public async Task<Outcome<CaseFile>> Take(IReadOnlyList<CaseFile> kept, FormNode question, string name, Stream content, CancellationToken stop)
    {
        if (OverLimit(kept, question, FileName.Safe(name), content.Length) is { } problem) return problem;
        var taken = await incoming.Take(question.Path, FileKind.Taken(question.Accept), name, content, stop);
        if (taken.Ok) await uploads.Note(taken.Value.Blob, stop);
        return taken.Map(t => new CaseFile(Uuid.Secret(10), question.Path, t.Name, t.Hash, t.Size, t.Kind.MediaType, clock.GetCurrentInstant(), t.Scanned));
    }

    /// <summary>A file question's answer is the list of the ids of its files.</summary>
    public static void Answer(JsonObject answers, string path, IEnumerable<CaseFile> kept)
    {
        var ids = new JsonArray([.. kept.Where(f => f.Field == path).Select(f => JsonValue.Create(f.Id))]);
        AnswerPath.Set(answers, path, ids.Count > 0 ? ids : null);
    }

    /// <summary>Whether a file is part of an answer; a question that went away leaves its files behind.</summary>
    public static bool Answers(JsonObject answers, CaseFile file) =>
        AnswerPath.Find(answers, file.Field) is JsonArray ids && ids.Any(i => i?.ToString() == file.Id);

    internal static Problem? OverLimit(IReadOnlyList<CaseFile> kept, FormNode question, string name, long size)
    {
        var most = question.IsMultiple ? MostOfQuestion : 1;
        if (kept.Count(f => f.Field == question.Path) >= most) return FileProblems.TooManyForQuestion.At(question.Path, name, most);
        if (kept.Count >= MostFiles) return FileProblems.TooManyForCase.At(question.Path, name, MostFiles);
        return kept.Sum(f => f.Size) + size > MostBytes ? FileProblems.TooMuchForCase.At(question.Path, name, MostBytes / 1_000_000) : null;
    }
}
