using HaiDang.Kernel;

namespace HaiDang.Cases.Catalogue;

/// <summary>Finds services by what people type, with or without accents: every word must be found, names count most.</summary>
internal static class ServiceSearch
{
    public static IReadOnlyList<ServiceDefinition> Find(IReadOnlyList<ServiceDefinition> services, string? words)
    {
        var sought = Vietnamese.Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (sought.Length == 0) return services;
        return [.. services
            .Select(s => (Service: s, Score: Score(s, sought)))
            .Where(s => s.Score > 0)
            .OrderByDescending(s => s.Score)
            .Select(s => s.Service)];
    }

    private static int Score(ServiceDefinition service, string[] sought)
    {
        var name = Vietnamese.Fold($"{service.Name.Vi} {service.Name.En} {service.Code}");
        var more = Vietnamese.Fold($"{string.Join(' ', service.Keywords)} {service.Summary.Vi} {service.Summary.En} {service.FieldName.Vi} {service.FieldName.En}");
        var score = 0;
        foreach (var word in sought)
        {
            if (name.Contains(word, StringComparison.Ordinal)) score += 3;
            else if (more.Contains(word, StringComparison.Ordinal)) score += 1;
            else return 0;
        }
        return score;
    }
}
