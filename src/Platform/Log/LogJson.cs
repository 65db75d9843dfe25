using System.Reflection;
using System.Text.Json;
using HaiDang.Kernel;

namespace HaiDang.Platform.Log;

/// <summary>How events and state are written as JSON: as everywhere in the platform.</summary>
public static class LogJson
{
    public static JsonSerializerOptions Options => KernelJson.Options;

    public static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);
}
