using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using BorderWatch.Extraction.Places;

namespace BorderWatch.GazetteerCompiler;

/// <summary>Writes the compiled gazetteer.</summary>
internal sealed class GazetteerWriter
{
    private readonly MemoryStream _heap = new();
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);

    public void Write(IReadOnlyList<PlaceDraft> places, string output)
    {
        for (var i = 0; i < places.Count; i++) places[i].Number = i;
        var records = places.Select(Record).ToArray();
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
        Console.WriteLine($"{output}: {records.Length} places, {keys.Count - 1} keys, {postings.Count} postings");
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
        var byKey = new SortedDictionary<string, List<uint>>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            foreach (var (key, flags) in place.Keys) Add(key, (uint)place.Number | flags);
            foreach (var loose in LooseKeys(place)) Add(GazetteerFormat.LooseMark + loose, (uint)place.Number | GazetteerFormat.Alternative);
        }
        var keys = new List<KeyRecord>(byKey.Count + 1);
        var postings = new List<uint>();
        foreach (var (key, numbers) in byKey)
        {
            keys.Add(new KeyRecord { Text = Text(key), FirstPosting = postings.Count });
            postings.AddRange(numbers);
        }
        keys.Add(new KeyRecord { Text = 0, FirstPosting = postings.Count });
        return (keys, postings);

        void Add(string key, uint posting)
        {
            if (!byKey.TryGetValue(key, out var list)) byKey[key] = list = [];
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
