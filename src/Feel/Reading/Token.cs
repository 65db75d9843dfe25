namespace HaiDang.Feel.Reading;

/// <summary>What a piece of text is.</summary>
internal enum TokenKind
{
    Name,
    Number,
    String,
    Sign,
    End,
}

/// <summary>A piece of text. <paramref name="Text"/> is the name, the number, the sign, or the string without quotes and escapes.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    internal bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    internal bool IsWord(string word) => Kind == TokenKind.Name && Text == word;
}
