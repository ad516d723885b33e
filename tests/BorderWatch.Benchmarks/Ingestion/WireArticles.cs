using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Benchmarks.Ingestion;

/// <summary>Articles in wire style, made up from parts: two thirds tell of an incident, a third of these of one that another outlet has told of in other words. The same at every run.</summary>
internal static class WireArticles
{
    private const int ADay = 40;

    private static readonly (string City, string Country)[] s_cities =
    [
        ("Herat", "Afghanistan"), ("Farah", "Afghanistan"), ("Ghazni", "Afghanistan"), ("Kandahar", "Afghanistan"), ("Zaranj", "Afghanistan"), ("Faizabad", "Afghanistan"), ("Kunduz", "Afghanistan"),
        ("Taloqan", "Afghanistan"), ("Maimana", "Afghanistan"), ("Khost", "Afghanistan"), ("Jalalabad", "Afghanistan"), ("Gardez", "Afghanistan"), ("Asadabad", "Afghanistan"), ("Bannu", "Pakistan"),
        ("Quetta", "Pakistan"), ("Peshawar", "Pakistan"), ("Turbat", "Pakistan"), ("Khuzdar", "Pakistan"), ("Kohat", "Pakistan"), ("Gwadar", "Pakistan"), ("Miran Shah", "Pakistan"), ("Khorugh", "Tajikistan"),
        ("Isfara", "Tajikistan"), ("Kulob", "Tajikistan"), ("Batken", "Kyrgyzstan"), ("Osh", "Kyrgyzstan"), ("Termez", "Uzbekistan"), ("Nukus", "Uzbekistan"), ("Zahedan", "Iran"), ("Saravan", "Iran"),
        ("Srinagar", "India"), ("Baramulla", "India"), ("Anantnag", "India"), ("Shymkent", "Kazakhstan"), ("Almaty", "Kazakhstan"),
    ];

    private static readonly string[] s_numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve", "14", "17", "23"];
    private static readonly string[] s_people = ["soldiers", "policemen", "civilians", "labourers", "border guards", "traders", "road workers", "villagers"];
    private static readonly string[] s_speakers = ["police said", "a hospital said", "the provincial governor's office said", "officials said", "witnesses said", "the interior ministry said"];
    private static readonly string[] s_sites = ["a market", "a checkpoint", "a bus station", "a bank", "a customs post", "a school", "a mine", "a road camp", "a mosque", "a wedding hall"];
    private static readonly string[] s_dull = ["The harvest of apples", "A new bridge", "The price of flour", "A football tournament", "The winter timetable of the railways", "A fair of carpets", "The repair of a canal", "A meeting of teachers"];

    private static readonly Func<string, string, string, string, string, string>[] s_tellings =
    [
        (killed, people, site, city, speaker) => $"A roadside bomb killed {killed} {people} near {site} in {city}, {speaker}.",
        (killed, people, site, city, speaker) => $"Gunmen on motorcycles opened fire near {site} in {city} and killed {killed} {people}, {speaker}.",
        (killed, people, site, city, speaker) => $"At least {killed} {people} died when a drone struck {site} in {city}, {speaker}.",
        (killed, people, site, city, speaker) => $"{char.ToUpperInvariant(killed[0])}{killed[1..]} {people} were killed in a suicide attack on {site} in {city}, {speaker}.",
        (killed, people, site, city, speaker) => $"Mortar shells landed on {site} in {city}; {killed} {people} were killed, {speaker}.",
    ];

    /// <summary>Articles in the order of publication.</summary>
    public static IEnumerable<FeedItem> Make(int count)
    {
        var random = new Random(20261125);
        var told = new Queue<(int Telling, string Killed, string People, string Site, (string City, string Country) Where)>();
        for (var n = 0; n < count; n++)
        {
            var published = new DateTimeOffset(2016, 1, 1, 6, 0, 0, TimeSpan.Zero).AddDays(n / ADay).AddMinutes(n % ADay * 20);
            var (title, text) = n % 3 == 0 ? Dull(random) : Incident(random, told);
            yield return new FeedItem(title, null, $"wire-{n}", published, null, null, $"<p>{text}</p><p>{Filler(random, n)}</p>", null);
        }
    }

    private static (string, string) Incident(Random random, Queue<(int Telling, string Killed, string People, string Site, (string City, string Country) Where)> told)
    {
        var again = told.Count > 0 && random.Next(3) == 0;
        var (telling, killed, people, site, where) = again
            ? told.ElementAt(random.Next(told.Count))
            : (random.Next(s_tellings.Length), Of(s_numbers, random), Of(s_people, random), Of(s_sites, random), s_cities[random.Next(s_cities.Length)]);
        if (!again) told.Enqueue((telling, killed, people, site, where));
        if (told.Count > ADay / 2) told.Dequeue();
        var sentence = s_tellings[telling](killed, people, site, $"{where.City} in {where.Country}", Of(s_speakers, random));
        return ($"{(again ? "Toll confirmed: " : "")}{killed} {people} dead in {where.City}", sentence);
    }

    private static (string, string) Dull(Random random)
    {
        var (what, where) = (Of(s_dull, random), s_cities[random.Next(s_cities.Length)].City);
        return ($"{what} is the talk of {where}", $"{what} is what people in {where} speak of this week, and nobody there remembers a year that was like it.");
    }

    private static string Filler(Random random, int n) =>
        $"The road to the north was closed for {random.Next(2, 9)} hours and opened again before dark. Shopkeepers said that they had swept up and would open tomorrow. "
        + $"A correspondent who passed through counted {random.Next(20, 400)} lorries in a queue. In the teahouse by the bridge the talk was of prices, which have risen by {random.Next(2, 30)} per cent since the spring. "
        + $"The council will meet again on the matter, its clerk wrote in note number {n}.";

    private static string Of(string[] words, Random random) => words[random.Next(words.Length)];
}
