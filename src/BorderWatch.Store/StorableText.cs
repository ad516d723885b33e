namespace BorderWatch.Store;

/// <summary>Text as PostgreSQL can take it.</summary>
public static class StorableText
{
    /// <summary>The same without NUL, which its text cannot hold, and with U+FFFD for halves of surrogate pairs, which UTF-8 cannot.</summary>
    public static string Of(string text) => new([.. text.EnumerateRunes().SelectMany(rune => rune.ToString()).Where(letter => letter != '\0')]);
}
