namespace BorderWatch.Extraction.Text;

/// <summary>Tells an article's language by its script and its commonest small words.</summary>
public static class Language
{
    private static readonly ILookup<string, string> LanguagesOfWord =
        Lexicon.Rows("small-words.tsv").SelectMany(row => row[1].Split(' ').Select(word => (word, row[0]))).ToLookup(pair => pair.word, pair => pair.Item2);

    private static readonly Dictionary<string, string[]> LettersOfLanguage =
        Lexicon.Rows("small-letters.tsv").GroupBy(row => row[0]).ToDictionary(rows => rows.Key, rows => rows.Select(row => row[1]).ToArray());

    /// <summary>The language of the first 4,000 characters, ISO 639-1; "und" where they are too few or too mixed to tell.</summary>
    public static string Detect(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4000));
        var scripts = new Dictionary<string, int>();
        var letters = 0;
        foreach (var c in head)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            var script = Script(c);
            scripts[script] = scripts.GetValueOrDefault(script) + 1;
        }
        if (letters < 3) return "und";
        var (main, count) = scripts.MaxBy(pair => pair.Value);
        if (count < 0.6 * letters) return "und";
        if (main != "Latin" && !LettersOfLanguage.ContainsKey(main)) return main;
        return main == "Latin" ? ByWords(head) : ByLetters(head, main);
    }

    private static string ByWords(ReadOnlySpan<char> head)
    {
        var tokens = Tokenizer.Tokenize(head.ToString(), 0, head.Length);
        var hits = new Dictionary<string, int>();
        var words = 0;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            words++;
            foreach (var language in LanguagesOfWord[token.Lower]) hits[language] = hits.GetValueOrDefault(language) + 1;
        }
        var english = hits.GetValueOrDefault("en");
        if (hits.Count == 0) return words < 30 ? "en" : "und";
        var (best, most) = hits.MaxBy(pair => pair.Value);
        // A headline-like line may have one small word: English unless another language clearly leads.
        if (best != "en" && most > english + 1 && most >= 0.08 * words) return best;
        return english > 0 || words < 30 ? "en" : "und";
    }

    // Rows: the script's default language first, then languages known by letters of their own.
    private static string ByLetters(ReadOnlySpan<char> head, string script)
    {
        var rows = LettersOfLanguage[script];
        foreach (var row in rows)
        {
            var cut = row.IndexOf(':');
            if (cut < 0) continue;
            var own = 0;
            foreach (var c in head)
                if (row.AsSpan(cut + 1).Contains(char.ToLowerInvariant(c))) own++;
            if (own >= Math.Max(2, head.Length / 150)) return row[..cut];
        }
        return rows[^1];
    }

    private static string Script(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => "Latin",
        >= '\u0370' and <= '\u03FF' => "el",
        >= '\u0400' and <= '\u052F' => "Cyrillic",
        >= '\u0530' and <= '\u058F' => "hy",
        >= '\u0590' and <= '\u05FF' => "he",
        >= '\u0600' and <= '\u077F' or (>= '\uFB50' and <= '\uFEFC') => "Arabic",
        >= '\u0900' and <= '\u097F' => "hi",
        >= '\u0980' and <= '\u09FF' => "bn",
        >= '\u0A00' and <= '\u0A7F' => "pa",
        >= '\u0B80' and <= '\u0BFF' => "ta",
        >= '\u0E00' and <= '\u0E7F' => "th",
        >= '\u1000' and <= '\u109F' => "my",
        >= '\u10A0' and <= '\u10FF' => "ka",
        >= '\u1780' and <= '\u17FF' => "km",
        >= '\u3040' and <= '\u30FF' => "ja",
        >= '\u4E00' and <= '\u9FFF' => "zh",
        >= '\uAC00' and <= '\uD7AF' => "ko",
        _ => "und",
    };
}
