using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>Reads what stands around the mentions of a sentence: division words, the larger place that holds a smaller one, "near".</summary>
internal static class MentionContext
{
    public static void Read(List<PlaceMention> mentions)
    {
        foreach (var mention in mentions) ReadDivision(mention);
        for (var i = mentions.Count - 1; i > 0; i--) ReadPlural(mentions[i - 1], mentions[i]);
        for (var i = 0; i + 1 < mentions.Count; i++) ReadParent(mentions[i], mentions[i + 1]);
        foreach (var mention in mentions) ReadNear(mention);
        for (var i = 1; i < mentions.Count; i++) ReadMeasure(mentions[i - 1], mentions[i]);
        for (var i = 0; i < mentions.Count; i++) ReadRoute(mentions[i], i + 1 < mentions.Count ? mentions[i + 1] : null);
    }

    private static readonly HashSet<string> Routes = ["highway", "highways", "road", "roads", "motorway", "expressway", "route", "railway", "rail", "track", "pipeline", "bypass", "freeway", "train", "bus"];

    // "the Kaya-Dori highway", "on the Kaya to Dori road", "the Dori-bound bus": where it leads, not where it happened.
    private static void ReadRoute(PlaceMention one, PlaceMention? other)
    {
        var tokens = one.Sentence.Tokens;
        if (one.Last + 1 < tokens.Count && tokens[one.Last].Written == "-" && tokens[one.Last + 1].Lower == "bound") { one.IsRoute = true; return; }
        if (other is null || other.Sentence != one.Sentence || !one.IsPlace || !other.IsPlace) return;
        var between = other.First - one.Last;
        // "the road linking Kaya with Dori"
        if (between == 1 && tokens[one.Last].Lower is "with" or "and" or "to" && one.First > 0 && tokens[one.First - 1].Lower is "linking" or "connecting" or "links" or "connects" or "joining") { one.IsRoute = other.IsRoute = true; return; }
        if (between is < 1 or > 3 || !(tokens[one.Last].Written is "-" or "–" or "—" || between == 1 && tokens[one.Last].Lower == "to")) return;
        for (var i = other.Last; i < Math.Min(tokens.Count, other.Last + 3); i++)
        {
            if (Routes.Contains(tokens[i].Lower)) { one.IsRoute = other.IsRoute = true; return; }
            if (tokens[i].Kind == TokenKind.Mark) return;
        }
    }

    // "Bir Jdid, 40 km north of Settat": the second only measures where the first is.
    private static void ReadMeasure(PlaceMention measured, PlaceMention reference)
    {
        if (!measured.IsPlace || !reference.IsPlace || !reference.IsNear || measured.Sentence != reference.Sentence) return;
        var tokens = measured.Sentence.Tokens;
        if (reference.First - measured.Last > 14 || measured.Last >= tokens.Count || tokens[measured.Last].Lower is not ("," or "(")) return;
        if (!Enumerable.Range(measured.Last, reference.First - measured.Last).Any(k => tokens[k].Kind == TokenKind.Number)) return;
        (measured.MeasuredFrom, reference.MeasureOf) = (reference, measured);
    }

    private static void ReadDivision(PlaceMention mention)
    {
        if (!mention.IsPlace) return;
        var tokens = mention.Sentence.Tokens;
        if (DivisionAt(tokens, mention.Last) is var (after, length) && !IsSomethingElse(tokens, mention.Last + length))
        {
            (mention.Wanted, mention.Countries) = (after.Level, after.Countries);
            // "Rapides Parish" is a name; in "Daman district" the word only explains.
            if (tokens[mention.Last].IsCapitalised && tokens[mention.First].Written.Any(char.IsLower)) mention.Last += length;
        }
        else if (Before(tokens, mention.First) is { } before) (mention.Wanted, mention.Countries) = (before.Level, before.Countries);
    }

    // "district of Daman", "tambon Yarang"
    private static DivisionWord? Before(Sequence<Token> tokens, int first)
    {
        if (first >= 2 && tokens[first - 1].Lower == "of" && PlaceWords.Divisions.TryGetValue(tokens[first - 2].Lower, out var far) && far.WithOf) return far;
        return first >= 1 && PlaceWords.Divisions.TryGetValue(tokens[first - 1].Lower, out var near) && near.Before ? near : null;
    }

    private static (DivisionWord Word, int Length)? DivisionAt(Sequence<Token> tokens, int i)
    {
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Word) return null;
        // "the Chad town of Ngouri": the kind is of what follows.
        if (i + 2 < tokens.Count && tokens[i + 1].Lower == "of" && tokens[i + 2].IsCapitalised && PlaceWords.Divisions.TryGetValue(tokens[i].Lower, out var kind) && kind is { Level: ToponymLevel.Settlement, WithOf: true }) return null;
        if (i + 1 < tokens.Count && PlaceWords.Divisions.TryGetValue(tokens[i].Lower + " " + tokens[i + 1].Lower, out var two) && two.After) return (two, 2);
        return PlaceWords.Divisions.TryGetValue(tokens[i].Lower, out var one) && one.After ? (one, 1) : null;
    }

    // "Lagos State University", "Kansas City Council" and "Texas state troopers" say nothing of the level.
    private static bool IsSomethingElse(Sequence<Token> tokens, int next) =>
        next < tokens.Count && tokens[next - 1].IsCapitalised && tokens[next].IsCapitalised && tokens[next].Start - tokens[next - 1].End == 1
        && !PlaceWords.Divisions.ContainsKey(tokens[next].Lower) && tokens[next - 1].Lower is "state" or "city" or "republic" or "region" or "division" or "agency" or "department" or "zone";

    // "Daman and Shah Wali Kot districts": what the plural says holds for those before it too.
    private static void ReadPlural(PlaceMention earlier, PlaceMention later)
    {
        if (later.Wanted is null || earlier.Wanted is not null || earlier.Sentence != later.Sentence) return;
        var tokens = later.Sentence.Tokens;
        var word = later.Last < tokens.Count ? tokens[later.Last].Lower : "";
        if (tokens[later.Last - 1].Lower is var own && own.EndsWith('s') && PlaceWords.Divisions.ContainsKey(own)) word = own;
        var plural = word.EndsWith('s') && PlaceWords.Divisions.ContainsKey(word);
        var chained = later.First - earlier.Last <= 2 && Enumerable.Range(earlier.Last, later.First - earlier.Last).All(k => tokens[k].Lower is "," or "and" or "or" or "&");
        if (chained && (plural || later.IsPluralChain))
        {
            (earlier.Wanted, earlier.Countries) = (later.Wanted, later.Countries);
            earlier.IsPluralChain = true;
        }
    }

    /// <summary>No more words than these stand between a place and what holds it: ", a town in the".</summary>
    private const int LongestLink = 5;

    private static void ReadParent(PlaceMention smaller, PlaceMention larger)
    {
        if (!smaller.IsPlace || smaller.Sentence != larger.Sentence) return;
        var tokens = smaller.Sentence.Tokens;
        var from = smaller.Last;
        if (from < tokens.Count && DivisionAt(tokens, from) is var (_, length)) from += length;
        if (larger.First - from > LongestLink) return;
        var between = Enumerable.Range(from, Math.Max(0, larger.First - from)).Select(k => tokens[k].Lower).ToArray();
        // "in Lehri Balochistan"
        if (larger.IsPlace && between.Length == 0 && larger.First == from && larger.Wanted is null or ToponymLevel.Admin1 && !(from > smaller.Last)) smaller.Parent = larger;
        else if (larger.IsPlace && between is [","] or ["in"] or ["of"] or ["("] or [",", "in"] or ["in", "the"] or ["of", "the"] or [",", "in", "the"]
            or [",", "a", _, "in"] or [",", "a", "town" or "village" or "city" or "locality", "in" or "of", "the"] or [",", "a", _, "of"] or [",", "northern" or "southern" or "eastern" or "western" or "central" or "north" or "south" or "east" or "west" or "northeastern" or "northwestern" or "southeastern" or "southwestern"]
            or ["in" or "of", "north" or "south" or "east" or "west"] or ["of", "northern" or "southern" or "eastern" or "western" or "central"]
            or ["in", "northern" or "southern" or "eastern" or "western" or "central" or "north" or "north-eastern" or "north-western" or "south-eastern" or "south-western" or "northeastern" or "northwestern" or "southeastern" or "southwestern" or "neighboring"]
            or ["in" or "of", "the", "northern" or "southern" or "eastern" or "western" or "central" or "restive" or "volatile" or "remote" or "troubled" or "northeastern" or "northwestern" or "southeastern" or "southwestern"])
            smaller.Parent = larger;
        // "Helmand's Sangin district", "in Pakistan's troubled Balochistan province".
        else if (larger.IsPlace && between is ["'s"] or ["'", "s"] or ["'"] or ["'s", _] or ["'s", _, _] or ["'s", _, _, _])
            larger.Parent = smaller;
    }

    private static void ReadNear(PlaceMention mention)
    {
        if (!mention.IsPlace) return;
        var tokens = mention.Sentence.Tokens;
        var i = mention.First - 1;
        while (i > 0 && (tokens[i].Lower is "the" or "city" or "town" or "village" or "capital" or "state" or "regional" or "district" or "towns" or "villages" or "cities" or "northern" or "southern" or "eastern" or "western" or "central" or "port" or "provincial" || i < mention.First - 1 && CountryLexicon.CodeOfDemonym(tokens[i].Written) is not null
            || tokens[i].Lower == "of" && tokens[i - 1].Lower is "city" or "town" or "village" or "capital" or "towns" or "villages" or "cities")) i--;
        if (i < 0) return;
        // "on the road between Kaya and Dori": at neither.
        if (tokens[i].Lower is "near" or "outside" or "between" || tokens[i].Lower == "and" && Enumerable.Range(Math.Max(0, i - 4), Math.Min(4, i)).Any(k => tokens[k].Lower == "between")) { mention.IsNear = true; return; }
        if (tokens[i].Lower == "to" && i > 0 && tokens[i - 1].Lower is "close" or "adjacent" or "next") { mention.IsNear = true; return; }
        if (tokens[i].Lower is not ("of" or "from") || i == 0) return;
        // "35 kilometres away from Kaya"
        if (tokens[i].Lower == "from" && tokens[i - 1].Lower == "away" && i > 2 && tokens[i - 2].Lower is "km" or "kms" or "kilometers" or "kilometres" or "miles") { mention.IsNear = true; return; }
        if (tokens[i - 1].Lower is "outskirts" or "vicinity" or "km" or "kilometers" or "kilometres" or "miles" or "outside")
        {
            mention.IsNear = true;
            return;
        }
        if (Bearing(tokens[i - 1].Lower) is not { } bearing) return;
        mention.IsNear = true;
        mention.Offset = Distance(tokens, i - 2) is { } kilometres ? (kilometres, bearing) : null;
    }

    // "50 km", "about 50 kilometres (30 miles)": the first number is what counts.
    private static double? Distance(Sequence<Token> tokens, int i)
    {
        if (i >= 0 && tokens[i].Written == ")") while (i > 0 && tokens[i].Written != "(") i--;
        if (i > 0 && tokens[i].Written == "(") i--;
        if (i >= 1 && tokens[i].Lower is "to" or "the") i--;
        if (i < 1) return null;
        var unit = tokens[i].Lower switch
        {
            "km" or "kms" or "kilometers" or "kilometres" or "kilometer" or "kilometre" => 1.0,
            "mile" or "miles" => 1.609,
            _ => 0,
        };
        var number = tokens[i - 1].Written == "-" && i > 1 ? tokens[i - 2] : tokens[i - 1];
        return unit > 0 && double.TryParse(number.Written, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n < 600 ? n * unit : null;
    }

    private static double? Bearing(string word) => word switch
    {
        "north" => 0,
        "northeast" or "north-east" => 45,
        "east" => 90,
        "southeast" or "south-east" => 135,
        "south" => 180,
        "southwest" or "south-west" => 225,
        "west" => 270,
        "northwest" or "north-west" => 315,
        _ => null,
    };
}
