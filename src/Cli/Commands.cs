using System.CommandLine;

namespace HaiDang.Cli;

/// <summary>What the one program can do.</summary>
internal static class Commands
{
    internal static RootCommand Root() => new("Hải Đăng: một thành phố là một thư mục / a city is a folder")
    {
        RunCity.Command(),
        CheckCity.Command(),
        ExplainCommand.Command(),
        NewCommand.Command(),
        MigrateCommand.Command(),
        VerifyCommand.Command(),
        BackupCommand.Command(),
        RestoreCommand.Command(),
        ExportCommand.Command(),
        ImportCommand.Command(),
        GenerateCommand.Command(),
        ReadersCommand.Command(),
        AdminCommand.Command(),
        ApiClientCommand.Command(),
        TckCommand.Command(),
    };
}
