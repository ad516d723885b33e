using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>
/// Names and places: GeoNames' towns and divisions (CC BY 4.0), countries, and our own file of districts, crossings and natural features.
/// Read once into one block of memory; safe for many threads. GeoNames' divisions come without coordinates: a district
/// stands where its seat (or the weighted middle of its places) is, a province in the middle of its inhabited land.
/// </summary>
public sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> One = new(() => s_extended is { } path ? Load(path) : Load());

    private static string? s_extended;

    private readonly byte[] _file;
    private readonly GazetteerHeader _header;
    private readonly int _places, _keys, _slots, _postings, _heap;

    private Gazetteer(byte[] file)
    {
        _file = file;
        _header = MemoryMarshal.Read<GazetteerHeader>(file);
        _places = Unsafe.SizeOf<GazetteerHeader>();
        _keys = _places + _header.Places * Unsafe.SizeOf<PlaceRecord>();
        _slots = _keys + (_header.Keys + 1) * Unsafe.SizeOf<KeyRecord>();
        _postings = _slots + _header.Slots * sizeof(int);
        _heap = _postings + _header.Postings * sizeof(uint);
    }

    /// <summary>The gazetteer of this process, loaded when it is first asked for: the one beside this assembly, or that of <see cref="Use"/>.</summary>
    public static Gazetteer Shared => One.Value;

    /// <summary>Makes <see cref="Shared"/> another gazetteer, such as one that was extended; to be called before it is first asked for.</summary>
    /// <returns>False where the file is not of this version, and is left alone.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool Use(string path)
    {
        var start = new byte[sizeof(int)];
        using (var file = File.OpenRead(path))
        {
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || BitConverter.ToInt32(start) != GazetteerFormat.Magic) return false;
        }
        s_extended = path;
        return true;
    }

    /// <summary>How many places it holds.</summary>
    public int Count => _header.Places;

    internal ReadOnlySpan<PlaceRecord> Places => Part<PlaceRecord>(_places, _header.Places);

    internal ReadOnlySpan<KeyRecord> Keys => Part<KeyRecord>(_keys, _header.Keys + 1);

    private ReadOnlySpan<int> Slots => Part<int>(_slots, _header.Slots);

    private ReadOnlySpan<uint> Postings => Part<uint>(_postings, _header.Postings);

    /// <summary>Reads the gazetteer beside this assembly.</summary>
    /// <exception cref="FileNotFoundException">It is not there: the build puts it there.</exception>
    /// <exception cref="InvalidDataException">It is of another version or cut off.</exception>
    public static Gazetteer Load() => Load(Path.Combine(AppContext.BaseDirectory, GazetteerFormat.FileName));

    /// <summary>Reads a compiled gazetteer.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="InvalidDataException">It is of another version or cut off.</exception>
    public static Gazetteer Load(string path)
    {
        var file = File.ReadAllBytes(path);
        if (file.Length < Unsafe.SizeOf<GazetteerHeader>() || MemoryMarshal.Read<GazetteerHeader>(file).Magic != GazetteerFormat.Magic)
            throw new InvalidDataException($"{path} is not a gazetteer of this version: build the solution anew.");
        var gazetteer = new Gazetteer(file);
        if (file.Length != gazetteer._heap + gazetteer._header.HeapBytes)
            throw new InvalidDataException($"{path} is cut off: delete it and build the solution anew.");
        return gazetteer;
    }

    /// <summary>Every place of that name, however accented or hyphenated, the most populous first; empty where there is none.</summary>
    public IReadOnlyList<ExtractedPlace> Find(string name)
    {
        var numbers = new List<int>();
        foreach (var posting in Lookup(Encoding.UTF8.GetBytes(NameKey.Of(name)))) numbers.Add((int)(posting & GazetteerFormat.PlaceMask));
        return [.. numbers.OrderByDescending(n => Places[n].Population).Select(Describe)];
    }

    /// <summary>A country's settlements with their inhabitants (0 where GeoNames does not know), the most populous first.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public IReadOnlyList<(ExtractedPlace Place, int Population)> Settlements(string country)
    {
        var (code, numbers) = (Code(country), new List<int>());
        for (var number = 0; number < Count; number++)
        {
            if (Places[number].Country == code && (ToponymLevel)Places[number].Level == ToponymLevel.Settlement) numbers.Add(number);
        }
        return [.. numbers.OrderByDescending(number => Places[number].Population).Select(number => (Describe(number), (int)Places[number].Population))];
    }

    /// <summary>The place as an extracted place, with the precision that its level has.</summary>
    internal ExtractedPlace Describe(int number)
    {
        var place = Places[number];
        var precision = (ToponymLevel)place.Level switch
        {
            ToponymLevel.Settlement => (PlaceFeature)place.Feature == PlaceFeature.Held ? PlacePrecision.Near : PlacePrecision.Exact,
            ToponymLevel.Natural => PlacePrecision.Near,
            ToponymLevel.Admin2 => PlacePrecision.Admin2,
            ToponymLevel.Admin1 => PlacePrecision.Admin1,
            _ => PlacePrecision.Country,
        };
        var spot = place;
        // A district that nobody has placed is known to the province only.
        if (float.IsNaN(spot.Latitude) && place.Admin1 >= 0) (spot, precision) = (Places[place.Admin1], PlacePrecision.Admin1);
        var admin1 = (ToponymLevel)place.Level == ToponymLevel.Admin1 ? PlainLetters.Of(NameOf(number)) : place.Admin1 < 0 ? null : PlainLetters.Of(NameOf(place.Admin1));
        var admin2 = (ToponymLevel)place.Level == ToponymLevel.Admin2 ? PlainLetters.Of(NameOf(number)) : place.Admin2 < 0 ? null : PlainLetters.Of(NameOf(place.Admin2));
        return new ExtractedPlace(PlainLetters.Of(NameOf(number)), admin1, CountryOf(number), Degrees(spot.Latitude), Degrees(spot.Longitude), precision,
            place.GeonameId == 0 ? null : place.GeonameId, admin2);
    }

    /// <summary>The postings of a key (<see cref="NameKey"/>, UTF-8): place numbers with flags; empty where there is none.</summary>
    internal ReadOnlySpan<uint> Lookup(ReadOnlySpan<byte> key)
    {
        var slots = Slots;
        var keys = Keys;
        for (var slot = (int)(GazetteerFormat.Hash(key) & (slots.Length - 1)); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var number = slots[slot] - 1;
            if (Bytes(keys[number].Text).SequenceEqual(key))
                return Postings[keys[number].FirstPosting..keys[number + 1].FirstPosting];
        }
        return default;
    }

    internal string KeyText(int key) => Encoding.UTF8.GetString(Bytes(Keys[key].Text));

    internal ReadOnlySpan<uint> PostingsOf(int key) => Postings[Keys[key].FirstPosting..Keys[key + 1].FirstPosting];

    internal string NameOf(int number) => Encoding.UTF8.GetString(Bytes(Places[number].Name));

    /// <summary>ISO 3166-1 alpha-2; null where the place lies in no one country.</summary>
    internal string? CountryOf(int number) => Code(Places[number].Country);

    internal static string? Code(ushort country) => country == 0 ? null : string.Create(2, country, (span, c) => (span[0], span[1]) = ((char)(c & 0xff), (char)(c >> 8)));

    internal static ushort Code(string country) => (ushort)(country[0] | (country[1] << 8));

    private static double? Degrees(float value) => float.IsNaN(value) ? null : Math.Round(value, 5);

    private ReadOnlySpan<byte> Bytes(int text) => _file.AsSpan(_heap + text + 1, _file[_heap + text]);

    private ReadOnlySpan<T> Part<T>(int start, int count) where T : struct =>
        MemoryMarshal.Cast<byte, T>(_file.AsSpan(start, count * Unsafe.SizeOf<T>()));
}
