using System.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>
/// Finds the place that a misspelt name means: one letter too many, too few, another or two that changed places ("Bagdhad"), in a country that the
/// document speaks of. Only towns and districts that are often in the news: a village's name is one letter from many.
/// </summary>
internal sealed class NearSpelling(Gazetteer gazetteer)
{
    /// <summary>Shorter names are one letter from too many others.</summary>
    private const int Shortest = 6;

    private const int Longest = 24;

    /// <summary>Inhabitants of the smallest town whose misspelling is worth a guess.</summary>
    private const int SmallestTown = 20_000;

    /// <summary>The place number; null where nothing in the country is so spelt, or two places of like size are.</summary>
    /// <param name="key">The name's <see cref="NameKey"/>.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="fits">What else must hold of a place.</param>
    public int? Find(string key, string country, Func<int, bool> fits)
    {
        if (key.Length is < Shortest or > Longest || !Ascii.IsValid(key)) return null;
        // Letters that changed places are the commonest slip, and make another name least often.
        return Find(Transposed(key), Gazetteer.Code(country), fits) ?? Find(Changed(key), Gazetteer.Code(country), fits);
    }

    private int? Find(IEnumerable<ReadOnlyMemory<byte>> variants, ushort code, Func<int, bool> fits)
    {
        var (best, second) = (-1, -1);
        foreach (var variant in variants)
        {
            foreach (var posting in gazetteer.Lookup(variant.Span))
            {
                var number = (int)(posting & GazetteerFormat.PlaceMask);
                if (number == best || !IsKnown(gazetteer.Places[number], code) || !fits(number)) continue;
                if (best < 0 || Size(number) > Size(best)) (best, second) = (number, best);
                else if (second < 0 || Size(number) > Size(second)) second = number;
            }
        }
        if (best < 0) return null;
        // A district and its seat are one; of two towns only one that is far larger is meant.
        return second < 0 || Distance.Kilometres(gazetteer.Places[best], gazetteer.Places[second]) < 60 || Size(best) > 5 * Size(second) ? best : null;
    }

    private int Size(int number) => Math.Max(gazetteer.Places[number].Population, SmallestTown);

    private static bool IsKnown(in PlaceRecord place, ushort country) => place.Country == country && !float.IsNaN(place.Latitude)
        && ((ToponymLevel)place.Level is ToponymLevel.Admin1 or ToponymLevel.Admin2 || (ToponymLevel)place.Level == ToponymLevel.Settlement && place.Population >= SmallestTown);

    // The first letter stays: few get it wrong.
    private static IEnumerable<ReadOnlyMemory<byte>> Transposed(string key)
    {
        var bytes = Encoding.ASCII.GetBytes(key);
        for (var i = 1; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] == bytes[i + 1] || bytes[i] == ' ' || bytes[i + 1] == ' ') continue;
            (bytes[i], bytes[i + 1]) = (bytes[i + 1], bytes[i]);
            yield return bytes;
            (bytes[i], bytes[i + 1]) = (bytes[i + 1], bytes[i]);
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Changed(string key)
    {
        var bytes = Encoding.ASCII.GetBytes(key);
        var longer = new byte[bytes.Length + 1];
        for (var i = 1; i < bytes.Length; i++)
        {
            if (bytes[i] == ' ') continue;
            var own = bytes[i];
            for (var c = (byte)'a'; c <= 'z'; c++)
            {
                if (c == own) continue;
                bytes[i] = c;
                yield return bytes;
            }
            bytes[i] = own;
            bytes.AsSpan(0, i).CopyTo(longer);
            bytes.AsSpan(i + 1).CopyTo(longer.AsSpan(i));
            yield return longer.AsMemory(0, bytes.Length - 1);
        }
        for (var i = 1; i <= bytes.Length; i++)
        {
            bytes.AsSpan(0, i).CopyTo(longer);
            bytes.AsSpan(i).CopyTo(longer.AsSpan(i + 1));
            for (var c = (byte)'a'; c <= 'z'; c++)
            {
                longer[i] = c;
                yield return longer;
            }
        }
    }
}
