using BorderWatch.Extraction.Places.Mentions;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>
/// Chooses among the places of a name with the whole document in view: what the words around it say, what country and province the document
/// speaks of, how near the other places are, and how large the place is. One name means one place in a document, unless its own words say otherwise.
/// </summary>
internal sealed class PlaceChooser(Gazetteer gazetteer, Document document)
{
    private const int Rounds = 3;

    /// <summary>So many names help to place the others; a longer list of places adds nothing but time.</summary>
    private const int MostAnchors = 40;

    /// <summary>A town of so many is meant even where the words beside it seem to say otherwise: lists of places look like "town, province".</summary>
    private const int LargeTown = 200_000;

    /// <summary>A town below so many may be anybody's namesake.</summary>
    private const int SmallTown = 50_000;

    /// <summary>What the rest of the document must say of a country for a weak likeness to count.</summary>
    private const double LeastSupport = 0.12;

    /// <summary>So many kilometres from the middle of a province is outside of all but the largest.</summary>
    private const double TooFar = 300;

    /// <summary>And so many from the middle of a district.</summary>
    private const double TooFarFromDistrict = 120;

    /// <summary>What it weighs that the outlet usually means this place: more than size and company, no more than a province that is named with it.</summary>
    private const double Usual = 8;

    /// <summary>How sure a choice is that no other place of the name contests.</summary>
    private const double Unrivalled = 0.9;

    private readonly CountryVotes _votes = new(gazetteer, document);
    private readonly Dictionary<string, Anchor> _anchors = [];

    public void Choose(List<PlaceMention> mentions)
    {
        // A name that is repeated means what it meant the first time; only another holder or another kind of place makes a difference.
        foreach (var mention in mentions.Where(m => m.IsPlace && m.Candidates.Length > 0).DistinctBy(m => (m.Key, m.Wanted, m.Parent?.Key))) Settle(mention, [mention]);
        foreach (var mention in mentions) if (mention.IsPlace && !IsCertain(mention)) mention.Chosen = -1;
        // The larger first: a province settles what its districts mean.
        var groups = mentions.Where(m => m.IsPlace && m.Candidates.Length > 0).GroupBy(m => (m.Key, m.Wanted)).OrderBy(g => g.Key.Wanted is ToponymLevel.Admin1 ? 0 : 1).Select(g => g.ToList()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            _votes.Count(mentions);
            foreach (var group in groups)
                foreach (var part in Parts(group)) Settle(part[0], part);
        }
        foreach (var mention in mentions) if (mention.IsPlace && mention.Chosen >= 0 && IsElsewhere(mention)) (mention.Chosen, mention.Wanted) = (-1, mention.Wanted ?? ToponymLevel.Settlement);
    }

    /// <summary>True where the choice rests on a weak likeness alone: a loose or alternative spelling, or a quarter, in a country that the document does not speak of.</summary>
    public bool IsGuess(PlaceMention m)
    {
        if (IsUsual(m, m.Chosen)) return false;
        var place = gazetteer.Places[m.Chosen];
        var isHeld = (PlaceFeature)place.Feature == PlaceFeature.Held;
        // A small town of a country that nothing else speaks of, in a text that is plainly about another country: a namesake.
        if ((ToponymLevel)place.Level == ToponymLevel.Settlement && place.Population < SmallTown && m.Wanted is null or ToponymLevel.Settlement && m.Parent is null
            && _votes.OfCountry(place.Country, m.Key) <= 0 && _votes.ShareAgainst(place.Country) > 0.75) return true;
        // "the Karbala area": a quarter of some town here, called after a city elsewhere.
        if ((ToponymLevel)place.Level == ToponymLevel.Settlement && IsArea(m) && m.Parent is null && _votes.OfCountry(place.Country, m.Key) <= 0.05 && _votes.ShareAgainst(place.Country) > 0.3) return true;
        if (!isHeld && !(m.IsLoose || m.IsByAlternative) || (ToponymLevel)place.Level is ToponymLevel.Country or ToponymLevel.Area or ToponymLevel.Natural || !isHeld && place.Population > LargeTown && !(m.IsByAlternative && _votes.ShareAgainst(place.Country) > 0.6)) return false;
        if (m.Parent is { Chosen: >= 0 } parent && Fits(parent, m.Chosen)) return false;
        return _votes.OfCountry(place.Country, m.Key) < LeastSupport;
    }

    private static bool IsArea(PlaceMention m) =>
        m.Last < m.Sentence.Tokens.Count && m.Sentence.Tokens[m.Last].Lower is "area" or "areas" or "neighbourhood" or "neighborhood" or "quarter" or "intersection";

    /// <summary>The country that the document speaks of before all others; null where none stands out.</summary>
    public string? MainCountry => _votes.MainCountry;

    // "Sarkan village in Jawzjan province", of which the gazetteer has one in another country only: that one is not meant.
    private bool IsElsewhere(PlaceMention m)
    {
        if (m.Parent is not { IsPlace: true, Chosen: >= 0 } parent || Fits(parent, m.Chosen)) return false;
        var (place, holder) = (gazetteer.Places[m.Chosen], gazetteer.Places[parent.Chosen]);
        // "Gulberg, Karachi": a quarter of that town, not the one that another town has.
        if ((ToponymLevel)holder.Level == ToponymLevel.Settlement) return (PlaceFeature)place.Feature == PlaceFeature.Held && Distance.Kilometres(place, holder) > 60;
        if ((ToponymLevel)holder.Level is not (ToponymLevel.Country or ToponymLevel.Admin1 or ToponymLevel.Admin2) || (ToponymLevel)place.Level is not (ToponymLevel.Settlement or ToponymLevel.Admin2)) return false;
        // "Palma in Mozambique": a list has no "in".
        var isIn = m.Last < m.Sentence.Tokens.Count && m.Sentence.Tokens[m.Last].Lower == "in" && place.Country != holder.Country;
        if (holder.Country == 0 || place.Population > LargeTown && !isIn) return false;
        return place.Country != holder.Country || !float.IsNaN(holder.Latitude) && (ToponymLevel)holder.Level != ToponymLevel.Country && Distance.Kilometres(place, holder) > ((ToponymLevel)holder.Level == ToponymLevel.Admin2 ? TooFarFromDistrict : TooFar);
    }

    /// <summary>
    /// 0 to 1: how strange a place would be here: a small town of a country that nothing else in the document speaks of, while the document is about another.
    /// </summary>
    public double Strangeness(PlaceMention m)
    {
        var place = gazetteer.Places[m.Chosen];
        if (IsUsual(m, m.Chosen)) return 0;
        if ((ToponymLevel)place.Level is ToponymLevel.Country or ToponymLevel.Area or ToponymLevel.Natural || m.Parent is { Chosen: >= 0 } parent && Fits(parent, m.Chosen)) return 0;
        var size = Math.Clamp((6.5 - Math.Log10(place.Population + 1)) / 2.5, 0, 1);
        return size * _votes.ShareAgainst(place.Country);
    }

    /// <summary>ISO 3166-1 alpha-2; null where the place lies in no one country.</summary>
    public string? CountryOf(int number) => gazetteer.CountryOf(number);

    /// <summary>0 to 1: how well a place fits the rest of the document; 0 where there is nothing to fit.</summary>
    public double Fit(PlaceMention m)
    {
        var place = gazetteer.Places[m.Chosen];
        return Math.Min(1, 0.5 * _votes.OfCountry(place.Country) + 0.5 * Math.Min(1, Nearness(place, m.Key)));
    }

    /// <summary>The country that the document speaks of most, the given one aside; null where none stands out.</summary>
    public string? MainCountryBut(string country) => _votes.MainCountryBut(country);

    // Mentions whose own words name another province stay apart from the rest of their name.
    private static IEnumerable<List<PlaceMention>> Parts(List<PlaceMention> group)
    {
        if (!group.Exists(m => m.Parent is not null)) return [group];
        var parents = group.Where(m => m.Parent is { Chosen: >= 0 }).Select(m => m.Parent!.Chosen).Distinct().Count();
        if (parents <= 1) return [group];
        return group.GroupBy(m => m.Parent?.Chosen ?? -1).Select(g => g.ToList());
    }

    private bool IsCertain(PlaceMention m) =>
        m.Candidates.Length > 0 && m.Candidates.Any(c => (ToponymLevel)gazetteer.Places[(int)(c & GazetteerFormat.PlaceMask)].Level == ToponymLevel.Country) || m.Candidates.Length == 1;

    private void Settle(PlaceMention leader, List<PlaceMention> group)
    {
        if (leader.Candidates is [var only])
        {
            SettleOnly(only, leader, group);
            return;
        }
        var parents = group.Where(m => m.Parent is { IsPlace: true }).Select(m => m.Parent!).ToList();
        int best = -1;
        var byAlternative = false;
        double bestScore = double.NegativeInfinity, second = double.NegativeInfinity;
        var anchor = new Anchor(Weight(group));
        foreach (var candidate in leader.Candidates)
        {
            var number = (int)(candidate & GazetteerFormat.PlaceMask);
            if (number == best) continue;
            var score = Score(candidate, number, leader, parents);
            anchor.Add(gazetteer.Places[number], score);
            if (score > bestScore)
            {
                (second, best, bestScore) = (Rivals(best, number) ? bestScore : second, number, score);
                byAlternative = (candidate & GazetteerFormat.Alternative) != 0;
            }
            else if (score > second && Rivals(best, number)) second = score;
        }
        var sure = double.IsNegativeInfinity(second) ? Unrivalled : 1 / (1 + Math.Exp(-(bestScore - second) * 1.2));
        Set(best, byAlternative, sure, anchor, leader, group);
    }

    // What has no rival needs no weighing.
    private void SettleOnly(uint candidate, PlaceMention leader, List<PlaceMention> group)
    {
        var number = (int)(candidate & GazetteerFormat.PlaceMask);
        var anchor = new Anchor(Weight(group));
        anchor.Add(gazetteer.Places[number], 0);
        Set(number, (candidate & GazetteerFormat.Alternative) != 0, Unrivalled, anchor, leader, group);
    }

    private static double Weight(List<PlaceMention> group) => group.Max(m => Math.Clamp((m.Evidence + 1) / 3, 0.1, 1));

    private void Set(int chosen, bool byAlternative, double sure, Anchor anchor, PlaceMention leader, List<PlaceMention> group)
    {
        anchor.Close();
        if (_anchors.Count < MostAnchors || _anchors.ContainsKey(leader.Key)) _anchors[leader.Key] = anchor;
        foreach (var m in group) (m.Chosen, m.IsByAlternative, m.Score) = (chosen, byAlternative, Math.Round(Math.Clamp(sure, 0.05, 0.98), 2));
    }

    // A town and the district around it are no two answers.
    private bool Rivals(int a, int b) => a >= 0 && !(Distance.Kilometres(gazetteer.Places[a], gazetteer.Places[b]) < 40);

    private double Score(uint posting, int number, PlaceMention m, List<PlaceMention> parents)
    {
        var place = gazetteer.Places[number];
        var level = (ToponymLevel)place.Level;
        var score = Prior(place, level);
        if ((posting & GazetteerFormat.Alternative) != 0) score -= place.Population > 200_000 ? 0.3 : 1.2;
        if ((posting & GazetteerFormat.Short) != 0 && m.Wanted is null) score -= 1.5;
        if (m.Wanted is { } wanted) score += Level(wanted, level, place);
        var isHeld = parents.Count == 0 || parents.Exists(parent => Fits(parent, number));
        if (parents.Count > 0 && isHeld) score += 5;
        if (isHeld && IsUsual(m, number)) score += Usual;
        score += 3.5 * _votes.OfCountry(place.Country, m.Key);
        var province = level == ToponymLevel.Admin1 ? number : place.Admin1;
        if (province >= 0) score += 2.0 * _votes.OfProvince(province, m.Key);
        return score + 2.0 * Math.Min(1.5, Nearness(place, m.Key));
    }

    private bool IsUsual(PlaceMention m, int number)
    {
        foreach (var preference in document.Article.PlacePreferences)
            if (preference.Key == m.Key && preference.Means(gazetteer.Describe(number))) return true;
        return false;
    }

    private static double Prior(in PlaceRecord place, ToponymLevel level) => level switch
    {
        ToponymLevel.Country => 9,
        ToponymLevel.Area => 8,
        ToponymLevel.Admin1 => Math.Log10(place.Population + 1000) * 0.9,
        ToponymLevel.Admin2 => Math.Log10(place.Population + 1000) - 1.5,
        ToponymLevel.Natural => 4.5,
        _ => Math.Log10(place.Population + 100) + (PlaceFeature)place.Feature switch
        {
            PlaceFeature.Capital => 1.2,
            PlaceFeature.ProvinceSeat => 0.6,
            PlaceFeature.DistrictSeat => 0.3,
            PlaceFeature.Quarter or PlaceFeature.Held => -0.6,
            PlaceFeature.Gone => -1.5,
            PlaceFeature.Curated => 2.2,
            _ => 0,
        },
    };

    private static double Level(ToponymLevel wanted, ToponymLevel level, in PlaceRecord place)
    {
        if (wanted == level) return 5;
        return (wanted, level) switch
        {
            // "Khyber region", "Panjshir valley", "Xinjiang region": the words are used loosely.
            (ToponymLevel.Admin1, ToponymLevel.Admin2) or (ToponymLevel.Admin2, ToponymLevel.Admin1) => 1.5,
            (ToponymLevel.Admin1, ToponymLevel.Natural or ToponymLevel.Area) => 2,
            (ToponymLevel.Admin2, ToponymLevel.Settlement) => (PlaceFeature)place.Feature >= PlaceFeature.LocalSeat ? 1 : -0.5,
            (ToponymLevel.Settlement, ToponymLevel.Admin2) => 0,
            _ => -2,
        };
    }

    private bool Fits(PlaceMention parent, int number)
    {
        if (parent.Chosen >= 0) return Containment.Holds(gazetteer, parent.Chosen, number);
        return parent.Candidates.Any(c => Containment.Holds(gazetteer, (int)(c & GazetteerFormat.PlaceMask), number));
    }

    private double Nearness(in PlaceRecord place, string name)
    {
        if (float.IsNaN(place.Latitude) || (ToponymLevel)place.Level is ToponymLevel.Country or ToponymLevel.Area) return 0;
        var sum = 0.0;
        foreach (var (other, anchor) in _anchors)
            if (!ReferenceEquals(other, name) && other != name) sum += anchor.Nearness(place);
        return sum;
    }
}
