using System.Globalization;
using System.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>The form in which place and actor names are compared: no case, no accents, no apostrophes, hyphens as spaces.</summary>
public static class NameKey
{
    /// <summary>Folds a name. "Gorno-Badakhshan" and "gorno badakhshan" have one key, as have "Nahr-e Sarāj" and "Nahr e Saraj".</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        if (IsPlain(name)) return string.Create(name.Length, name, (key, plain) => plain.ToLowerInvariant(key));
        var text = Ascii.IsValid(name) ? name.ToString() : Whole(name).Normalize(NormalizationForm.FormD);
        var key = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var c in text)
        {
            var category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter || c is '\'' or '’' or '‘' or '`' or '.') continue;
            if (!char.IsLetterOrDigit(c))
            {
                pendingSpace = key.Length > 0;
                continue;
            }
            if (pendingSpace) key.Append(' ');
            pendingSpace = false;
            key.Append(char.ToLowerInvariant(c));
        }
        return key.ToString();
    }

    /// <summary>True where the name has ASCII letters and digits alone: its key is itself in small letters.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        return true;
    }

    // Normalize throws on half a surrogate pair and on what is no character; no name has either.
    private static string Whole(ReadOnlySpan<char> name)
    {
        var whole = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            whole.Append(rune == Rune.ReplacementChar || rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE ? " " : rune.ToString());
        return whole.ToString();
    }
}
