namespace BorderWatch.Extraction.Text;

/// <summary>Cuts a text into tokens in one pass, linear in its length.</summary>
public static class Tokenizer
{
    /// <summary>Every token of <paramref name="text"/> from <paramref name="start"/> (inclusive) to <paramref name="end"/> (exclusive), in order.</summary>
    public static Sequence<Token> Tokenize(string text, int start, int end)
    {
        var tokens = new Token[(end - start) / 5 + 4];
        var count = 0;
        var i = start;
        while (i < end)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c)) { i++; continue; }
            var from = i;
            TokenKind kind;
            if (char.IsLetter(c)) { i = EndOfWord(text, i, end); kind = TokenKind.Word; }
            else if (char.IsAsciiDigit(c)) { i = EndOfNumber(text, i, end); kind = TokenKind.Number; }
            else { i += char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1; kind = TokenKind.Mark; }
            var written = text[from..i];
            if (count == tokens.Length) Array.Resize(ref tokens, 2 * count);
            tokens[count++] = new Token(from, i, written, Lower(written), kind);
        }
        return new Sequence<Token>(tokens, count);
    }

    private static string Lower(string written)
    {
        var lower = written.ToLowerInvariant();
        return lower.Contains('’') ? lower.Replace('’', '\'') : lower;
    }

    private static int EndOfWord(string text, int i, int end)
    {
        while (i < end)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) { i++; continue; }
            var letterFollows = i + 1 < end && char.IsLetter(text[i + 1]);
            // "don't", "Qala'i"; the genitive "'s" is a token of its own.
            if (c is '\'' or '’' && letterFollows && !IsGenitive(text, i, end)) { i++; continue; }
            // "U.S." and "a.m.": single letters with full stops between them.
            if (c == '.' && letterFollows && char.IsLetter(text[i - 1]) && IsSingleLetter(text, i - 1) && (i + 2 >= end || !char.IsLetter(text[i + 2]))) { i++; continue; }
            if (c == '.' && i >= 3 && text[i - 2] == '.' && char.IsLetter(text[i - 1])) { i++; }
            break;
        }
        return i;
    }

    private static bool IsSingleLetter(string text, int i) => i == 0 || !char.IsLetterOrDigit(text[i - 1]);

    private static bool IsGenitive(string text, int apostrophe, int end) =>
        text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 >= end || !char.IsLetterOrDigit(text[apostrophe + 2]));

    private static int EndOfNumber(string text, int i, int end)
    {
        while (i < end)
        {
            if (char.IsAsciiDigit(text[i])) { i++; continue; }
            if (text[i] is ',' or '.' && i + 1 < end && char.IsAsciiDigit(text[i + 1])) { i++; continue; }
            break;
        }
        return i;
    }
}
