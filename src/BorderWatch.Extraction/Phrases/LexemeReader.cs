using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Phrases;

/// <summary>Joins tokens into lexemes: hyphenated words, clock times, genitives; leaves asides in brackets out.</summary>
internal static class LexemeReader
{
    /// <summary>An aside in brackets longer than this is read as text, in case the bracket is never meant to close.</summary>
    private const int LongestAside = 30;

    /// <summary>The lexemes of a sentence, quantities recognised.</summary>
    public static Sequence<Lexeme> Read(Sentence sentence) => QuantityReader.Read(Join(sentence.Tokens));

    internal static Sequence<Lexeme> Join(Sequence<Token> tokens)
    {
        var lexemes = new Lexeme[tokens.Count];
        var count = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Written is "(" or "[" && i > 0 && EndOfAside(tokens, i) is { } close) { i = close; continue; }
            var to = EndOfJoin(tokens, i);
            if (to == i) lexemes[count++] = Single(token);
            else
            {
                var parts = tokens.Slice(i, to - i + 1);
                var joinsNumber = parts[0].Kind == TokenKind.Number && parts.Count == 3 && parts[2].Kind != TokenKind.Word
                    && parts[1].Written is "-" or "–";
                lexemes[count++] = new Lexeme(token.Start, tokens[to].End, string.Concat(parts.Select(part => part.Lower)),
                    string.Concat(parts.Select(part => part.Written)), joinsNumber ? LexemeKind.Number : LexemeKind.Word);
            }
            i = to;
        }
        return new Sequence<Lexeme>(lexemes, count);
    }

    private static Lexeme Single(Token token) => new(token.Start, token.End, token.Lower, token.Written, token.Kind switch
    {
        TokenKind.Number => LexemeKind.Number,
        TokenKind.Mark => LexemeKind.Mark,
        _ => LexemeKind.Word,
    });

    private static int? EndOfAside(Sequence<Token> tokens, int open)
    {
        for (var i = open + 1; i < tokens.Count && i - open <= LongestAside; i++)
        {
            if (tokens[i].Written is ")" or "]") return i;
            if (tokens[i].Written is "(" or "[") return null;
        }
        return null;
    }

    private static int EndOfJoin(Sequence<Token> tokens, int i)
    {
        var token = tokens[i];
        // "'s" after a name, and the bare apostrophe of "villagers'".
        if (token.Written is "'" or "’")
            return Touches(tokens, i) && tokens[i + 1].Lower == "s" ? i + 1 : i;
        if (token.Kind == TokenKind.Mark) return token.Written is "$" or "£" or "€" or "#" && Touches(tokens, i) && tokens[i + 1].Kind == TokenKind.Number ? i + 1 : i;
        var to = i;
        while (Touches(tokens, to))
        {
            var next = tokens[to + 1];
            if (next.Kind == TokenKind.Mark)
            {
                var joins = next.Written is "-" or "‑" or "–" || (next.Written is ":" or "/" && tokens[to].Kind == TokenKind.Number);
                if (next.Written == "–" && tokens[to].Kind != TokenKind.Number) joins = false;
                if (!joins || !Touches(tokens, to + 1) || tokens[to + 2].Kind == TokenKind.Mark) break;
                to += 2;
            }
            else if (tokens[to].Kind == TokenKind.Number && next.Kind == TokenKind.Word) to++;
            else break;
        }
        return to;
    }

    private static bool Touches(Sequence<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i].End == tokens[i + 1].Start;
}
