namespace HaiDang.Forms.Checking;

/// <summary>What a rule found wrong: a code and the two sentences.</summary>
internal sealed record Finding(string Code, string Vi, string En);
