using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Places.Compiling;
using BorderWatch.GazetteerCompiler;

// Arguments: cities500.txt admin1.json admin2.json countries.tsv places-curated.tsv places-within.tsv division-words.tsv output
if (args is not [var cities, var admin1, var admin2, var countries, var curated, var within, var divisionWords, var output])
{
    Console.Error.WriteLine("Give cities500.txt, admin1.json, admin2.json, countries.tsv, places-curated.tsv, places-within.tsv, division-words.tsv and the output file.");
    return 1;
}
var words = new DivisionWords(TsvFile.Read(divisionWords).Select(row => row["word"]));
var names = new GeoNamesReader(words);
names.ReadDivisions(admin1, ToponymLevel.Admin1);
names.ReadDivisions(admin2, ToponymLevel.Admin2);
names.ReadSettlements(cities);
DivisionCentres.Place(names);
var own = new OwnFiles(names, words);
own.AddCountries(countries);
own.AddCurated(curated);
new HeldPlaces(names, own).Add(within);
PlaceDraft[] places = [.. own.Others, .. names.Admin1.Values, .. names.Admin2.Values, .. names.Settlements];
foreach (var place in places) SpellingVariants.Add(place);
var (written, keys) = new GazetteerWriter().Write(places, output);
Console.WriteLine($"{output}: {written} places, {keys} keys");
return 0;
