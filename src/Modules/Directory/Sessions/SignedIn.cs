using HaiDang.Directory.Citizens;
using HaiDang.Directory.Officials;

namespace HaiDang.Directory.Sessions;

/// <summary>Whose session this request belongs to; at most one of the two.</summary>
internal sealed class SignedIn
{
    public Official? Official { get; set; }
    public Citizen? Citizen { get; set; }
    public int? SecondsLeft { get; set; }
}
