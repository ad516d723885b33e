using System.Globalization;
using System.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>A name as English newspapers print it: GeoNames' transliteration marks ("Imām Şāḩib", "Shīnḏanḏ") off, letters, capitals and hyphens kept.</summary>
public static class PlainLetters
{
    /// <summary>The name without marks above, below or through its letters; as it is where it has none. Letters of other scripts stay.</summary>
    public static string Of(string name)
    {
        if (Ascii.IsValid(name)) return name;
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is 'ʻ' or 'ʼ' or 'ʽ' or 'ʿ' or 'ʾ') continue;
            _ = c switch
            {
                '‘' or '’' => plain.Append('\''),
                'ı' => plain.Append('i'),
                'ł' => plain.Append('l'),
                'Ł' => plain.Append('L'),
                'ø' => plain.Append('o'),
                'Ø' => plain.Append('O'),
                'đ' => plain.Append('d'),
                'Đ' => plain.Append('D'),
                'ə' => plain.Append('a'),
                'Ə' => plain.Append('A'),
                'ß' => plain.Append("ss"),
                'æ' => plain.Append("ae"),
                'Æ' => plain.Append("Ae"),
                _ => plain.Append(c),
            };
        }
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
