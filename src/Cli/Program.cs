using HaiDang.Cli;

return await Commands.Root().Parse(args).InvokeAsync();
