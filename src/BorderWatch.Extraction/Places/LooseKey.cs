using System.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>
/// A folding coarser than <see cref="NameKey"/> for names that reach English through Persian, Pashto, Urdu, Arabic or Russian, where
/// every office spells in its own way: "Nahr-e Saraj" and "Nahri Sarraj", "Qalah-ye Now" and "Qala i Naw", "Khowst" and "Khost"
/// have one loose key. Different places may share one too, so it finds a name only where the plain key finds none.
/// </summary>
public static class LooseKey
{
    /// <summary>Folds a plain key; empty where fewer than four letters are left, which would say too little.</summary>
    public static string Of(string nameKey)
    {
        var loose = new StringBuilder(nameKey.Length);
        foreach (var range in nameKey.AsSpan().Split(' '))
        {
            var word = nameKey.AsSpan(range);
            if (word.IsEmpty || IsLink(word)) continue;
            AppendWord(loose, word);
        }
        return loose.Length < 4 ? "" : loose.ToString();
    }

    // The Persian genitive, the Arabic article, "and": written, left out, or joined to the word before.
    private static bool IsLink(ReadOnlySpan<char> word) => word is "e" or "i" or "ye" or "yi" or "ul" or "al" or "el" or "wa" or "va" or "o";

    private static void AppendWord(StringBuilder loose, ReadOnlySpan<char> word)
    {
        var start = loose.Length;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            // A joined genitive or a final "-ah", "-eh", "-a", "-i" carries nothing.
            if (i == word.Length - 1 && i > 2 && c is 'h' or 'a' or 'e' or 'i' or 'y') break;
            if (i == word.Length - 2 && i > 1 && c is 'a' or 'e' && next == 'h') break;
            Append(loose, start, c switch
            {
                'e' or 'y' or 'i' => 'i',
                'o' or 'u' => 'u',
                'w' or 'v' => 'v',
                'q' => 'k',
                'z' when next == 'h' => 'j',
                _ => c,
            });
        }
    }

    // Doubled letters count once; "ow", "aw", "ou", "ei" and "ay" become their one vowel.
    private static void Append(StringBuilder loose, int start, char c)
    {
        if (loose.Length > start)
        {
            var last = loose[^1];
            if (last == c || (c == 'v' && last == 'u') || (c == 'u' && last == 'u') || (c == 'i' && last is 'a' or 'i')) return;
            if (c is 'v' && last == 'a') { loose[^1] = 'u'; return; }
        }
        loose.Append(c);
    }
}
