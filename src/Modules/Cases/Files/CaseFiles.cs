using HaiDang.Cases.Life;
using HaiDang.Kernel;
using HaiDang.Platform.Blobs;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace HaiDang.Cases.Files;

/// <summary>Takes the files that people send: looked at by content, named safely, kept by their hash.</summary>
internal sealed class CaseFiles(IBlobStore store, IClock clock)
{
    public const long LargestFile = 20_000_000;
    public const int MostFiles = 40;
    private const int LongestName = 120;

    public async Task<Outcome<CaseFile>> Take(string field, IFormFile sent, CancellationToken stop)
    {
        var name = SafeName(sent.FileName);
        if (sent.Length == 0) return FileProblems.Empty.At(field, name);
        if (sent.Length > LargestFile) return FileProblems.TooLarge.At(field, name, LargestFile / 1_000_000);
        await using var content = sent.OpenReadStream();
        var head = new byte[Math.Min(sent.Length, 64 * 1024)];
        await content.ReadExactlyAsync(head, stop);
        var looked = FileLook.At(head);
        if (looked is null) return FileProblems.UnknownKind.At(field, name);
        content.Position = 0;
        if (looked == FileLook.Pdf && await FileLook.IsLockedPdf(content, stop)) return FileProblems.Locked.At(field, name);
        content.Position = 0;
        var blob = await store.Put(content, stop);
        return new CaseFile(Uuid.Secret(10), field, name, blob.Hash, blob.Size, looked, clock.GetCurrentInstant());
    }

    /// <summary>The file's own name without folders, control characters or tricks of direction.</summary>
    internal static string SafeName(string name)
    {
        var last = Vietnamese.Nfc(name).Split('/', '\\')[^1];
        var kept = new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && c is not ('<' or '>' or '"' or ':' or '|' or '?' or '*'))]).Trim(' ', '.');
        if (kept.Length == 0) kept = "tep";
        return kept.Length <= LongestName ? kept : kept[..(LongestName - 12)] + kept[^12..];
    }
}

internal static class FileProblems
{
    public static readonly ProblemType Empty = new("cases.file-empty", ProblemKind.Invalid,
        new("Tệp “{0}” rỗng.", "The file “{0}” is empty."), new("Chọn lại tệp hoặc chụp lại.", "Choose the file again, or take the picture again."));

    public static readonly ProblemType TooLarge = new("cases.file-too-large", ProblemKind.Invalid,
        new("Tệp “{0}” lớn hơn {1} MB.", "The file “{0}” is larger than {1} MB."),
        new("Chụp lại với độ phân giải thấp hơn hoặc chia nhỏ tệp.", "Take it again at a lower resolution, or split it."));

    public static readonly ProblemType UnknownKind = new("cases.file-unknown-kind", ProblemKind.Invalid,
        new("Tệp “{0}” không phải ảnh JPG, PNG, WebP hay tệp PDF.", "The file “{0}” is not a JPG, PNG or WebP picture or a PDF."),
        new("Chụp ảnh giấy tờ hoặc lưu thành PDF rồi gửi lại.", "Photograph the paper, or save it as PDF, and send it again."));

    public static readonly ProblemType Locked = new("cases.file-locked", ProblemKind.Invalid,
        new("Tệp “{0}” có mật khẩu nên không mở được.", "The file “{0}” has a password and cannot be opened."),
        new("Bỏ mật khẩu của tệp hoặc chụp ảnh rồi gửi lại.", "Take the password off, or photograph it, and send it again."));

    public static readonly ProblemType TooMany = new("cases.files-too-many", ProblemKind.Invalid,
        new("Hồ sơ đã có {0} tệp.", "The case already has {0} files."), new("Xóa bớt tệp không cần hoặc ghép thành một tệp PDF.", "Remove what is not needed, or put them into one PDF."));
}
