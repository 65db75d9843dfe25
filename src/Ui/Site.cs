using HaiDang.Kernel;

namespace HaiDang.Ui;

/// <summary>What every page says about the city. One per program, made from the city folder.</summary>
public sealed record Site
{
    /// <summary>Name of the city: "Thành phố Hải Phòng".</summary>
    public required LocalText City { get; init; }

    /// <summary>What the portal calls itself, under the name of the city.</summary>
    public LocalText Portal { get; init; } = new("Cổng dịch vụ công", "Public services");

    /// <summary>The agency that answers for the portal, named in the footer.</summary>
    public required LocalText Agency { get; init; }

    /// <summary>Address, e-mail or hours of the agency: one line of the footer; empty when not given.</summary>
    public LocalText? Contact { get; init; }

    /// <summary>Telephone number for help, written for people ("0225 3 123 456"); null when there is none.</summary>
    public string? Hotline { get; init; }

    /// <summary>Languages that pages are offered in; the first one is that of a first visit.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [Language.Vietnamese, Language.English];

    /// <summary>Path of the city's own style sheet, which sets tokens and nothing else; null when it has none.</summary>
    public string? TokensPath { get; init; }

    /// <summary>Path of the city's own emblem (SVG or PNG, square); null for the lighthouse of the platform.</summary>
    public string? EmblemPath { get; init; }

    /// <summary>Whether this is a demonstration with made-up people: every page then says so.</summary>
    public bool Demo { get; init; }

    /// <summary>Where the search box of the portal leads (GET, parameter <c>q</c>); null when there is no search.</summary>
    public string? SearchPath { get; init; }

    /// <summary>Where the search box of the desk leads (GET, parameter <c>q</c>); null when there is no search.</summary>
    public string? DeskSearchPath { get; init; }

    /// <summary>Main links of the portal, under its head.</summary>
    public IReadOnlyList<SiteLink> Links { get; init; } = [];

    /// <summary>Links of the footer: accessibility statement, privacy, terms.</summary>
    public IReadOnlyList<SiteLink> FootLinks { get; init; } = [];
}

/// <summary>One link of a menu.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Picture">Icon before it, where the menu shows icons.</param>
public sealed record SiteLink(LocalText Words, string Href, Glyph? Picture = null);
