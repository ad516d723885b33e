using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
namespace BorderWatch.Extraction.Places.Compiling;

/// <summary>Writes the compiled gazetteer.</summary>
internal sealed class GazetteerWriter
{
    private readonly MemoryStream _heap = new();
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly List<PlaceRecord> _records = [];
    private readonly SortedDictionary<string, List<uint>> _postings = new(StringComparer.Ordinal);

    /// <summary>Takes over a place of a gazetteer that is extended; its number is that of the call, from 0.</summary>
    public void Take(PlaceRecord record, string name)
    {
        record.Name = Text(name);
        _records.Add(record);
    }

    /// <summary>Takes over a key of a gazetteer that is extended, with its postings.</summary>
    public void Take(string key, ReadOnlySpan<uint> postings) => _postings[key] = [.. postings];

    /// <summary>Writes what was taken over, and the places after it. Returns how many places and keys the file has.</summary>
    public (int Places, int Keys) Write(IReadOnlyList<PlaceDraft> places, string output)
    {
        var first = _records.Count;
        for (var i = 0; i < places.Count; i++) places[i].Number = first + i;
        PlaceRecord[] records = [.. _records, .. places.Select(Record)];
        var (keys, postings) = Keys(places);
        var slots = Slots(keys);
        var header = new GazetteerHeader
        {
            Magic = GazetteerFormat.Magic,
            Places = records.Length,
            Keys = keys.Count - 1,
            Slots = slots.Length,
            Postings = postings.Count,
            HeapBytes = (int)_heap.Length,
        };
        // Written beside and moved over: a build that is interrupted leaves no half file.
        var unfinished = output + ".unfinished";
        using (var file = File.Create(unfinished))
        {
            file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<GazetteerHeader>(in header)));
            file.Write(MemoryMarshal.AsBytes<PlaceRecord>(records));
            file.Write(MemoryMarshal.AsBytes<KeyRecord>(keys.ToArray()));
            file.Write(MemoryMarshal.AsBytes<int>(slots));
            file.Write(MemoryMarshal.AsBytes<uint>(postings.ToArray()));
            _heap.WriteTo(file);
        }
        File.Move(unfinished, output, overwrite: true);
        return (records.Length, keys.Count - 1);
    }

    private PlaceRecord Record(PlaceDraft place) => new()
    {
        GeonameId = place.GeonameId,
        Latitude = (float)place.Latitude,
        Longitude = (float)place.Longitude,
        Population = (int)Math.Min(place.Population, int.MaxValue),
        Name = Text(place.Name),
        Admin1 = place.Admin1?.Number ?? -1,
        Admin2 = place.Admin2?.Number ?? -1,
        Country = place.Country.Length == 2 ? (ushort)(place.Country[0] | (place.Country[1] << 8)) : (ushort)0,
        Level = (byte)place.Level,
        Feature = (byte)place.Feature,
    };

    private (List<KeyRecord> Keys, List<uint> Postings) Keys(IReadOnlyList<PlaceDraft> places)
    {
        foreach (var place in places)
        {
            foreach (var (key, flags) in place.Keys) Add(key, (uint)place.Number | flags);
            foreach (var loose in LooseKeys(place)) Add(GazetteerFormat.LooseMark + loose, (uint)place.Number | GazetteerFormat.Alternative);
        }
        var keys = new List<KeyRecord>(_postings.Count + 1);
        var postings = new List<uint>();
        foreach (var (key, numbers) in _postings)
        {
            keys.Add(new KeyRecord { Text = Text(key), FirstPosting = postings.Count });
            postings.AddRange(numbers);
        }
        keys.Add(new KeyRecord { Text = 0, FirstPosting = postings.Count });
        return (keys, postings);

        void Add(string key, uint posting)
        {
            if (!_postings.TryGetValue(key, out var list)) _postings[key] = list = [];
            list.Add(posting);
        }
    }

    private static IEnumerable<string> LooseKeys(PlaceDraft place) => SpellingCountries.Contains(place.Country)
        ? place.Keys.Keys.Select(LooseKey.Of).Where(k => k.Length > 0).Distinct() : [];

    // Where names reach English through another script and no spelling is settled.
    private static readonly HashSet<string> SpellingCountries =
        ["AF", "PK", "TJ", "KG", "UZ", "TM", "IR", "IQ", "SY", "YE", "LY", "EG", "DZ", "TN", "SA", "JO", "LB", "PS", "SD", "SO", "KZ", "AZ", "NP", "BD"];

    private int[] Slots(List<KeyRecord> keys)
    {
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)(keys.Count * 1.5))];
        var heap = _heap.GetBuffer();
        for (var k = 0; k < keys.Count - 1; k++)
        {
            var bytes = heap.AsSpan(keys[k].Text + 1, heap[keys[k].Text]);
            var slot = GazetteerFormat.Hash(bytes) & (slots.Length - 1);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = k + 1;
        }
        return slots;
    }

    private int Text(string text)
    {
        if (_strings.TryGetValue(text, out var at)) return at;
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > byte.MaxValue) bytes = bytes[..byte.MaxValue];
        at = (int)_heap.Length;
        _heap.WriteByte((byte)bytes.Length);
        _heap.Write(bytes);
        _strings[text] = at;
        return at;
    }
}
