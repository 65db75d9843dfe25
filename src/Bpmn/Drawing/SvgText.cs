namespace HaiDang.Bpmn;

/// <summary>Breaks names into lines that fit a shape, by an estimate of how wide letters are.</summary>
internal static class SvgText
{
    /// <summary>The lines of a text at a width, at most so many; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double fontSize, int mostLines)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width, fontSize)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Width(longer, fontSize) <= width) line = longer;
            else
            {
                if (line.Length > 0) lines.Add(line);
                line = word;
            }
        }
        if (line.Length > 0) lines.Add(line);
        if (lines.Count <= mostLines) return lines.Count > 1 ? Balanced(text, width, fontSize, lines) : lines;
        var last = lines[mostLines - 1];
        while (last.Length > 1 && Width(last + "…", fontSize) > width) last = last[..^1];
        return [.. lines.Take(mostLines - 1), last.TrimEnd() + "…"];
    }

    /// <summary>As many lines, but of like length: the narrowest width that needs no more of them.</summary>
    private static IReadOnlyList<string> Balanced(string text, double width, double fontSize, IReadOnlyList<string> lines)
    {
        var longestWord = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Max(w => Width(w, fontSize));
        var narrower = width - (fontSize / 2);
        if (narrower < longestWord || narrower < width / 3) return lines;
        var tried = Wrap(text, narrower, fontSize, int.MaxValue);
        return tried.Count > lines.Count ? lines : tried;
    }

    /// <summary>About how wide a text is.</summary>
    public static double Width(string text, double fontSize) => text.Sum(Em) * fontSize;

    private static IEnumerable<string> Pieces(string word, double width, double fontSize)
    {
        while (Width(word, fontSize) > width && word.Length > 2)
        {
            var cut = word.Length - 1;
            while (cut > 1 && Width(word[..cut], fontSize) > width) cut--;
            if (char.IsHighSurrogate(word[cut - 1]) && cut > 1) cut--;
            yield return word[..cut];
            word = word[cut..];
        }
        yield return word;
    }

    private static double Em(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' or 'í' or 'ì' or 'ỉ' or 'ĩ' or 'ị' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.29,
        'f' or 't' or 'r' or ' ' or '(' or ')' or '-' or '/' => 0.36,
        'm' or 'w' => 0.88,
        'M' or 'W' => 0.92,
        >= '\u0300' and <= '\u036F' => 0,
        _ when char.IsUpper(letter) => 0.71,
        _ => 0.6,
    };
}
