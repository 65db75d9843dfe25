namespace HaiDang.Platform;

/// <summary>The mail server that takes the city's messages. Without it messages stay queued.</summary>
/// <param name="User">Name at the server; null where it asks for none.</param>
/// <param name="From">The address that messages come from.</param>
public sealed record MailSettings(string Host, int Port, string? User, string? Password, string From);
