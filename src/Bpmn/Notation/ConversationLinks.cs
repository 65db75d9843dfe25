using System.Xml.Linq;

namespace HaiDang.Bpmn;

/// <summary>A conversation link joins a participant with a conversation, never two of a kind (BPMN 2.0 §9.5.6).</summary>
internal static class ConversationLinks
{
    private static readonly HashSet<string> conversations = new(StringComparer.Ordinal) { "conversation", "subConversation", "callConversation" };

    public static void Check(NotationFile file, Report report)
    {
        foreach (var x in file.All("conversationLink"))
        {
            var ends = new[] { file.Refers(x, "sourceRef"), file.Refers(x, "targetRef") };
            if (ends.Contains(null))
                report.Error(x, "bpmn.dangling", $"Đường nối hội thoại \"{NotationFile.Title(x)}\" trỏ đến phần tử không có trong tệp. Hãy nối lại.",
                    $"The conversation link \"{NotationFile.Title(x)}\" refers to an element that the file does not have. Connect it again.");
            else if (ends.Count(end => conversations.Contains(end!.Name.LocalName)) != 1)
                report.Error(x, "bpmn.conversation-link", $"Đường nối hội thoại \"{NotationFile.Title(x)}\" phải nối một bên tham gia với một hội thoại. Hãy nối lại.",
                    $"The conversation link \"{NotationFile.Title(x)}\" must join a participant with a conversation. Connect it again.");
        }
    }
}
