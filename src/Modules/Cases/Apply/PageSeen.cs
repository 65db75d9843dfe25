using System.Security.Cryptography;
using System.Text;
using HaiDang.Forms;

namespace HaiDang.Cases.Apply;

/// <summary>A short mark of one page's saved answers, by which a tab knows whether another one saved since it was drawn.</summary>
internal static class PageSeen
{
    public static string Of(OpenDraft open, FormPage page)
    {
        var said = string.Join('\n', open.View.Pages.Where(p => p.Id == page.Id).SelectMany(p => p.Fields)
            .Select(n => $"{n.Path}={(open.Draft.Answers[n.Path.Split('.')[0].Split('[')[0]])?.ToJsonString()}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];
    }
}
