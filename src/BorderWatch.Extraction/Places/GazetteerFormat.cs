using System.Runtime.InteropServices;

namespace BorderWatch.Extraction.Places;

/// <summary>
/// The compiled gazetteer, little-endian: a header; places; keys (where a key's bytes lie, where its postings begin), closed by
/// one more that marks the ends; an open-addressing hash table of key numbers; postings; a heap of UTF-8 strings, each
/// after its length in one byte. The compiler and the reader share this file.
/// </summary>
internal static class GazetteerFormat
{
    /// <summary>"BWG" and the version: another version is compiled anew, never guessed at.</summary>
    public const int Magic = 0x03475742;

    public const string FileName = "gazetteer.bin";

    /// <summary>Set in a posting whose key is an alternative of the place's name.</summary>
    public const uint Alternative = 0x8000_0000;

    /// <summary>Set in a posting whose key is a division's name without its type: "Jackson" for Jackson County.</summary>
    public const uint Short = 0x4000_0000;

    public const uint PlaceMask = 0x3FFF_FFFF;

    /// <summary>What loose keys begin with in the table, so that they meet no plain key.</summary>
    public const char LooseMark = '~';

    /// <summary>FNV-1a, 32 bits, over the key's UTF-8 bytes.</summary>
    public static uint Hash(ReadOnlySpan<byte> key)
    {
        var hash = 2166136261u;
        foreach (var b in key) hash = (hash ^ b) * 16777619u;
        return hash;
    }
}

/// <summary>How many of each there are, in the order in which they lie in the file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct GazetteerHeader
{
    public int Magic;
    public int Places;
    public int Keys;
    public int Slots;
    public int Postings;
    public int HeapBytes;
}

/// <summary>A place as it lies in the file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PlaceRecord
{
    /// <summary>0 where it is not GeoNames'.</summary>
    public int GeonameId;

    /// <summary>Degrees; NaN where nothing says where in its province it lies.</summary>
    public float Latitude;

    public float Longitude;
    public int Population;
    public int Name;

    /// <summary>The place number of its province; −1 where there is none.</summary>
    public int Admin1;

    /// <summary>The place number of its district; −1 where there is none.</summary>
    public int Admin2;

    /// <summary>Two ASCII letters, the first in the low byte; 0 where it lies in no one country.</summary>
    public ushort Country;

    /// <summary>A <c>ToponymLevel</c>.</summary>
    public byte Level;

    /// <summary>A <see cref="PlaceFeature"/>.</summary>
    public byte Feature;
}

/// <summary>Where a key's bytes lie in the heap, and the first of its postings.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct KeyRecord
{
    public int Text;
    public int FirstPosting;
}

/// <summary>What kind of settlement it is, in rising order of how likely a bare name means it.</summary>
internal enum PlaceFeature : byte
{
    /// <summary>Abandoned, destroyed, or historical.</summary>
    Gone,

    /// <summary>A subdistrict or quarter that is known by its holder only, and stands where that stands.</summary>
    Held,

    /// <summary>A quarter of a town.</summary>
    Quarter,

    /// <summary>A town or village, or anything that is no settlement.</summary>
    Ordinary,

    /// <summary>The seat of a third- or fourth-order division.</summary>
    LocalSeat,

    /// <summary>The seat of a district or county.</summary>
    DistrictSeat,

    /// <summary>The seat of a province or state.</summary>
    ProvinceSeat,

    /// <summary>A capital.</summary>
    Capital,

    /// <summary>From our own file: somebody thought that it matters.</summary>
    Curated,
}
