using System.Globalization;

namespace BorderWatch.Extraction.Places.Compiling;

/// <summary>A line of GeoNames' dump. Format: GeoNames' readme.txt, tab separated: id, name, ASCII name, alternatives, latitude, longitude, class, code, country, …</summary>
internal sealed record GeoNamesRow(
    int Id, string Name, string AsciiName, IReadOnlyList<string> Alternatives, double Latitude, double Longitude, string FeatureClass, string FeatureCode,
    string Country, string Admin1, string Admin2, long Population)
{
    /// <summary>Reads a line; null where it is none of such a dump.</summary>
    public static GeoNamesRow? Parse(string line)
    {
        var f = line.Split('\t');
        if (f.Length < 15 || !int.TryParse(f[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || f[1].Length == 0 || f[8].Length != 2) return null;
        if (!double.TryParse(f[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) || Math.Abs(latitude) > 90) return null;
        if (!double.TryParse(f[5], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) || Math.Abs(longitude) > 180) return null;
        long.TryParse(f[14], NumberStyles.None, CultureInfo.InvariantCulture, out var population);
        return new GeoNamesRow(id, f[1], f[2], f[3].Split(',', StringSplitOptions.RemoveEmptyEntries), latitude, longitude, f[6], f[7], f[8], f[10], f[11], population);
    }

    /// <summary>The settlement as a place of the gazetteer.</summary>
    public PlaceDraft Settlement(PlaceDraft? admin1, PlaceDraft? admin2)
    {
        var draft = new PlaceDraft
        {
            Name = Name,
            Country = Country,
            Level = ToponymLevel.Settlement,
            GeonameId = Id,
            Latitude = Latitude,
            Longitude = Longitude,
            Feature = Feature,
            Population = Population,
            Admin1 = admin1,
            Admin2 = admin2,
        };
        draft.AddKey(Name, 0);
        draft.AddKey(AsciiName, 0);
        foreach (var alternative in Alternatives.Where(IsUsable)) draft.AddKey(alternative, GazetteerFormat.Alternative);
        return draft;
    }

    private PlaceFeature Feature => FeatureCode switch
    {
        "PPLC" => PlaceFeature.Capital,
        "PPLA" => PlaceFeature.ProvinceSeat,
        "PPLA2" => PlaceFeature.DistrictSeat,
        "PPLA3" or "PPLA4" or "PPLA5" or "PPLG" => PlaceFeature.LocalSeat,
        "PPLX" => PlaceFeature.Quarter,
        "PPLQ" or "PPLH" or "PPLW" or "PPLCH" => PlaceFeature.Gone,
        _ => PlaceFeature.Ordinary,
    };

    // Latin script only; airport and other codes ("KBL") are no names.
    private static bool IsUsable(string alternative) =>
        alternative.Length >= 4 && alternative.All(c => c < 'ɐ' || c is >= 'Ḁ' and <= 'ỿ' or '’' or '‘' or '̱' or 'ʻ' or 'ʼ')
        && !(alternative.Length < 6 && alternative.All(char.IsUpper)) && !alternative.Any(char.IsDigit);
}
