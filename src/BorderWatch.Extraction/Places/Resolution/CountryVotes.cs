using BorderWatch.Extraction.Places.Mentions;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>How much a document speaks of each country and province, in shares of all that it says of any.</summary>
internal sealed class CountryVotes
{
    /// <summary>What the outlet's home adds to the votes: about as much as one place named in passing.</summary>
    private const double OutletWeight = 0.7;

    private static readonly List<(ushort Country, double Weight, int Province, double ProvinceWeight)> None = [];

    private readonly Gazetteer _gazetteer;
    private readonly Dictionary<ushort, double> _clues = [];
    private readonly Dictionary<string, List<(ushort Country, double Weight, int Province, double ProvinceWeight)>> _byName = [];
    private Dictionary<ushort, double> _countries = [];
    private Dictionary<int, double> _provinces = [];
    private (ushort Country, double Votes) _first, _second;
    private double _total, _provinceTotal;

    public CountryVotes(Gazetteer gazetteer, Document document)
    {
        _gazetteer = gazetteer;
        foreach (var clue in document.Sentences.SelectMany(CountryClues.In)) Add(_clues, Gazetteer.Code(clue.Country), clue.Weight * 0.3);
        foreach (var (country, weight) in _clues.ToArray()) _clues[country] = Math.Min(weight, 1.5);
        var homes = Outlets.Homes(document.Article.Source);
        foreach (var home in homes) Add(_clues, Gazetteer.Code(home), OutletWeight / homes.Count);
        if (document.Article.CountryHint is { Length: 2 } hint) Add(_clues, Gazetteer.Code(hint.ToUpperInvariant()), 0.5);
    }

    /// <summary>0 to 1; what the name itself was last taken for does not count, or a first guess would confirm itself.</summary>
    public double OfCountry(ushort country, string? exceptName = null)
    {
        var (own, all) = (0d, 0d);
        foreach (var vote in Of(exceptName))
        {
            all += vote.Weight;
            if (vote.Country == country) own += vote.Weight;
        }
        var total = _total - all;
        return total <= 0.01 ? 0 : Math.Max(0, _countries.GetValueOrDefault(country) - own) / total;
    }

    /// <summary>0 to 1; <paramref name="province"/> is a place number.</summary>
    public double OfProvince(int province, string? exceptName = null)
    {
        var (own, all) = (0d, 0d);
        foreach (var vote in Of(exceptName))
        {
            all += vote.ProvinceWeight;
            if (vote.Province == province) own += vote.ProvinceWeight;
        }
        var total = _provinceTotal - all;
        return total <= 0.01 ? 0 : Math.Max(0, _provinces.GetValueOrDefault(province) - own) / total;
    }

    private List<(ushort Country, double Weight, int Province, double ProvinceWeight)> Of(string? name) =>
        name is not null && _byName.TryGetValue(name, out var votes) ? votes : None;

    /// <summary>0 to 1: how far another country outweighs this one, this one's first voice aside.</summary>
    public double ShareAgainst(ushort country)
    {
        var own = Math.Max(0, _countries.GetValueOrDefault(country) - 0.7);
        var other = _first.Country == country ? _second.Votes : _first.Votes;
        return other <= 0.3 ? 0 : Math.Max(0, (other - own) / (other + own + 0.3));
    }

    /// <summary>The country with the most votes, the given one aside; null where it has less than a quarter of all.</summary>
    public string? MainCountryBut(string country)
    {
        var best = _countries.Where(c => c.Key != Gazetteer.Code(country)).OrderByDescending(c => c.Value).FirstOrDefault();
        return best.Value >= 0.25 * _total && best.Value > 0.5 ? Gazetteer.Code(best.Key) : null;
    }

    /// <summary>The country that has most of all votes; null where none has.</summary>
    public string? MainCountry
    {
        get
        {
            var best = _countries.OrderByDescending(c => c.Value).FirstOrDefault();
            return best.Value >= 0.6 * (_total - 0.5) && best.Value > 0.5 ? Gazetteer.Code(best.Key) : null;
        }
    }

    /// <summary>Counts anew, from what the mentions mean by now. A name that is repeated says more, but not in proportion.</summary>
    public void Count(IEnumerable<PlaceMention> mentions)
    {
        _countries = new Dictionary<ushort, double>(_clues);
        _provinces = [];
        _byName.Clear();
        foreach (var group in mentions.GroupBy(m => (m.Key, m.Chosen)))
        {
            var m = group.MaxBy(g => g.Evidence)!;
            var times = Math.Sqrt(group.Count());
            if (m.Demonym is { } code) { Add(_countries, Gazetteer.Code(code), 0.8 * times); continue; }
            if (m.Chosen >= 0) Add(m, times);
        }
        _first = _second = default;
        foreach (var (country, sum) in _countries)
            if (sum > _first.Votes) (_first, _second) = ((country, sum), _first);
            else if (sum > _second.Votes) _second = (country, sum);
        _total = _countries.Values.Sum() + 0.5;
        _provinceTotal = _provinces.Values.Sum() + 0.5;
    }

    private void Add(PlaceMention m, double times)
    {
        var place = _gazetteer.Places[m.Chosen];
        var level = (ToponymLevel)place.Level;
        var sure = Math.Clamp((m.Evidence + 1) / 4, 0.1, 1) * m.Score * times;
        var weight = (level is ToponymLevel.Country or ToponymLevel.Admin1 ? 1.2 : 0.7) * sure;
        var province = level == ToponymLevel.Admin1 ? m.Chosen : place.Admin1;
        var provinceWeight = province < 0 ? 0 : (level == ToponymLevel.Admin1 ? 2 : 1) * sure;
        if (place.Country != 0) Add(_countries, place.Country, weight);
        if (province >= 0) Add(_provinces, province, provinceWeight);
        if (!_byName.TryGetValue(m.Key, out var votes)) _byName[m.Key] = votes = [];
        votes.Add((place.Country, place.Country == 0 ? 0 : weight, province, provinceWeight));
    }

    private static void Add<T>(Dictionary<T, double> votes, T key, double weight) where T : notnull => votes[key] = votes.GetValueOrDefault(key) + weight;
}
