using HaiDang.Kernel;

namespace HaiDang.Cases.Migrate;

/// <summary>Why a case stays on the version that it has.</summary>
internal static class MigrateProblems
{
    public static readonly ProblemType NoPlace = new("cases.migrate-no-place", ProblemKind.Conflict,
        new("Không có chỗ trong phiên bản mới: {0}", "There is no place in the new version: {0}"),
        new("Ghi bước tương ứng bằng --map bước-cũ=bước-mới, hoặc để hồ sơ đi hết trên phiên bản cũ.", "Name the step that corresponds by --map old=new, or let the case end on its version."));

    public static readonly ProblemType WrongAnswer = new("cases.migrate-wrong-answer", ProblemKind.Conflict,
        new("Câu trả lời “{0}” không hợp lệ theo biểu mẫu mới: {1}", "The answer “{0}” is not valid by the new form: {1}"),
        new("Yêu cầu người nộp bổ sung trước, sửa biểu mẫu, hoặc để hồ sơ đi hết trên phiên bản cũ.", "Ask the applicant first, mend the form, or let the case end on its version."));

    public static readonly ProblemType NeverAccepted = new("cases.migrate-never-accepted", ProblemKind.Conflict,
        new("Hồ sơ chưa được tiếp nhận, mà phiên bản mới không còn bước tiếp nhận.", "The case is not accepted yet, and the new version has no step that accepts."),
        new("Tiếp nhận hồ sơ trước rồi chuyển.", "Accept the case first, then move it."));
}
