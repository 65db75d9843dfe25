using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;

namespace HaiDang.Ui;

internal static class Glyphs
{
    private static readonly FrozenDictionary<Glyph, MarkupString> Drawings = new Dictionary<Glyph, string>
    {
        [Glyph.Alert] = "<circle cx='12' cy='12' r='9'/><path d='M12 7.5v5.5M12 16.4v.1'/>",
        [Glyph.ArrowLeft] = "<path d='M19 12H5.5M11 6l-6 6 6 6'/>",
        [Glyph.ArrowRight] = "<path d='M5 12h13.5M13 6l6 6-6 6'/>",
        [Glyph.Bell] = "<path d='M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0'/>",
        [Glyph.Book] = "<path d='M12 6.5C10 5 7 4.5 3.5 4.5v13.5c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.5-8.5 2zM12 6.5V20'/>",
        [Glyph.Building] = "<path d='M3.5 20.5h17M5.5 20.5V9.5M18.5 20.5V9.5M10 20.5v-8M14 20.5v-8M4 9.5h16L12 3.5z'/>",
        [Glyph.Calendar] = "<rect x='4' y='5.5' width='16' height='15' rx='2'/><path d='M4 10.5h16M8.5 3v4.5M15.5 3v4.5'/>",
        [Glyph.Chart] = "<path d='M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6'/>",
        [Glyph.Check] = "<path d='m5 12.5 4.5 4.5L19 7'/>",
        [Glyph.CheckCircle] = "<circle cx='12' cy='12' r='9'/><path d='m8 12.3 2.8 2.8L16 9.5'/>",
        [Glyph.ChevronRight] = "<path d='m9.5 6 6 6-6 6'/>",
        [Glyph.Clock] = "<circle cx='12' cy='12' r='9'/><path d='M12 7v5.3l3.3 2'/>",
        [Glyph.Copy] = "<rect x='8.5' y='8.5' width='11.5' height='11.5' rx='2'/><path d='M15.5 5.5V5.2A1.7 1.7 0 0 0 13.8 3.5H5.7A1.7 1.7 0 0 0 4 5.2v8.1A1.7 1.7 0 0 0 5.7 15h.3'/>",
        [Glyph.Cross] = "<path d='m6.5 6.5 11 11M17.5 6.5l-11 11'/>",
        [Glyph.CrossCircle] = "<circle cx='12' cy='12' r='9'/><path d='m9 9 6 6M15 9l-6 6'/>",
        [Glyph.Download] = "<path d='M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15'/>",
        [Glyph.Eye] = "<path d='M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z'/><circle cx='12' cy='12' r='3'/>",
        [Glyph.File] = "<path d='M13.5 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5zM13.5 3.5v5h5M9 13h6M9 16.5h4'/>",
        [Glyph.Folder] = "<path d='M3.5 18V6.5A1.5 1.5 0 0 1 5 5h4l2 2.5h8A1.5 1.5 0 0 1 20.5 9v9a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18z'/>",
        [Glyph.Globe] = "<circle cx='12' cy='12' r='9'/><path d='M3 12h18M12 3c2.5 2.5 3.8 5.5 3.8 9S14.5 18.5 12 21c-2.5-2.5-3.8-5.5-3.8-9S9.5 5.5 12 3z'/>",
        [Glyph.Home] = "<path d='M3.5 11.5 12 4l8.5 7.5M6 9.5v10.5h12V9.5M10 20v-5.5h4V20'/>",
        [Glyph.Hourglass] = "<path d='M6.5 3.5h11M6.5 20.5h11M8 3.5c0 4 1.5 6 4 8.5 2.5-2.5 4-4.5 4-8.5M8 20.5c0-4 1.5-6 4-8.5 2.5 2.5 4 4.5 4 8.5'/>",
        [Glyph.Info] = "<circle cx='12' cy='12' r='9'/><path d='M12 11v5.5M12 7.6v.1'/>",
        [Glyph.Key] = "<circle cx='8' cy='15.5' r='4.5'/><path d='m11.3 12.2 8.2-8.2M16 7.5l2.5 2.5M13.5 10l1.5 1.5'/>",
        [Glyph.Keyboard] = "<rect x='2.5' y='6' width='19' height='12' rx='2'/><path d='M6.5 10v.1M10 10v.1M14 10v.1M17.5 10v.1M8.5 14.3h7'/>",
        [Glyph.List] = "<path d='M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.1M4.5 12v.1M4.5 17.5v.1'/>",
        [Glyph.Lock] = "<rect x='5' y='10.5' width='14' height='10' rx='2'/><path d='M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2'/>",
        [Glyph.Mail] = "<rect x='3' y='5.5' width='18' height='13' rx='2'/><path d='m3.5 7.5 8.5 6 8.5-6'/>",
        [Glyph.Map] = "<path d='M12 21s-7-6.2-7-11.5a7 7 0 0 1 14 0C19 14.8 12 21 12 21z'/><circle cx='12' cy='9.5' r='2.5'/>",
        [Glyph.Money] = "<rect x='2.5' y='6.5' width='19' height='11' rx='1.5'/><circle cx='12' cy='12' r='2.7'/><path d='M6 10v4M18 10v4'/>",
        [Glyph.Pause] = "<circle cx='12' cy='12' r='9'/><path d='M9.7 8.7v6.6M14.3 8.7v6.6'/>",
        [Glyph.Pencil] = "<path d='m4 20 1-4.5L16.5 4a2 2 0 0 1 2.8 0l.7.7a2 2 0 0 1 0 2.8L8.5 19zM14.5 6l3.5 3.5'/>",
        [Glyph.People] = "<circle cx='9' cy='8.5' r='3.5'/><path d='M2.5 20c0-3.8 2.8-6 6.5-6s6.5 2.2 6.5 6M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.7c2.2.9 3.5 2.8 3.5 5.3'/>",
        [Glyph.Phone] = "<path d='M8.5 4H5.2A1.7 1.7 0 0 0 3.5 5.8C4 13.5 10.5 20 18.2 20.5a1.7 1.7 0 0 0 1.8-1.7v-3.3l-4.5-1.7-2 2.2a14 14 0 0 1-5.5-5.5l2.2-2z'/>",
        [Glyph.Plus] = "<path d='M12 5v14M5 12h14'/>",
        [Glyph.Print] = "<path d='M7 8.5V3.5h10v5M7 17H5a1.5 1.5 0 0 1-1.5-1.5V10A1.5 1.5 0 0 1 5 8.5h14a1.5 1.5 0 0 1 1.5 1.5v5.5A1.5 1.5 0 0 1 19 17h-2M7 13.5h10v7H7z'/>",
        [Glyph.Rings] = "<circle cx='9' cy='14' r='6'/><path d='M12.2 8.9a6 6 0 1 1 1.7 10.9M13 5l2-2.5h3L20 5'/>",
        [Glyph.Scales] = "<path d='M12 3.5v17M8 20.5h8M5 6.5h14M5 6.5 2.5 13a2.7 2.7 0 0 0 5 0zM19 6.5 16.5 13a2.7 2.7 0 0 0 5 0z'/>",
        [Glyph.Search] = "<circle cx='10.5' cy='10.5' r='6.5'/><path d='m15.5 15.5 5 5'/>",
        [Glyph.Seal] = "<circle cx='12' cy='9.5' r='6'/><path d='m9.5 9.5 1.8 1.8 3.2-3.3M8.5 14.5 7 21l5-2.5 5 2.5-1.5-6.5'/>",
        [Glyph.Send] = "<path d='M20.5 3.5 3.5 10l6.5 3.5L13.5 20.5zM20.5 3.5 10 13.5'/>",
        [Glyph.Signature] = "<path d='M3.5 20.5h17M4 16c3.5-2 8-7.5 8-10.5 0-2.5-3-2-3 2 0 4.5 1.5 8 4 8 1.7 0 2-2.5 3.5-2.5 1.2 0 1 2 3.5 2'/>",
        [Glyph.SignOut] = "<path d='M14 8V5.5A1.5 1.5 0 0 0 12.5 4h-7A1.5 1.5 0 0 0 4 5.5v13A1.5 1.5 0 0 0 5.5 20h7a1.5 1.5 0 0 0 1.5-1.5V16M9.5 12h11M17 8.5l3.5 3.5-3.5 3.5'/>",
        [Glyph.Star] = "<path d='m12 3.5 2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6-4.4-4.2 6-.8z'/>",
        [Glyph.Trash] = "<path d='M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6'/>",
        [Glyph.Upload] = "<path d='M12 15.5V4.5M7.5 8.5 12 4l4.5 4.5M4.5 20h15'/>",
        [Glyph.User] = "<circle cx='12' cy='8' r='4'/><path d='M4.5 20.5c0-4 3.2-6.5 7.5-6.5s7.5 2.5 7.5 6.5'/>",
        [Glyph.Warning] = "<path d='M12 3.8 2.8 19.5h18.4zM12 10v4.5M12 17v.1'/>",
    }.ToFrozenDictionary(d => d.Key, d => new MarkupString(d.Value.Replace('\'', '"')));

    public static MarkupString Drawing(Glyph glyph) => Drawings[glyph];
}
