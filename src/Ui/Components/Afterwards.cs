using Microsoft.AspNetCore.Components;

namespace HaiDang.Ui;

/// <summary>Renders what it holds after its elder siblings have rendered: a table knows its columns only then.</summary>
public sealed class Afterwards : IComponent
{
    private RenderHandle handle;

    [Parameter] public RenderFragment? ChildContent { get; set; }

    public void Attach(RenderHandle renderHandle) => handle = renderHandle;

    public Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (ChildContent is not null) handle.Render(ChildContent);
        return Task.CompletedTask;
    }
}
