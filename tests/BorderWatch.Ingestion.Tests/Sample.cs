namespace BorderWatch.Ingestion.Tests;

/// <summary>Articles, feeds and pages for tests that do not care what they say.</summary>
internal static class Sample
{
    private static readonly string[] s_cities = ["Asadabad", "Kandahar", "Mazar-e-Sharif", "Herat", "Farah", "Zaranj", "Lashkar Gah", "Ghazni"];

    /// <summary>An account of a car bomb in a city of Afghanistan, longer than a teaser.</summary>
    public static string Bomb(string city) =>
        $"Four people were killed and nine wounded when a car bomb exploded outside a bank in the Afghan city of {city} on Tuesday, police said. "
        + "Nobody has said who did it. Windows were broken up and down the street, and ambulances took the wounded to two hospitals, where doctors asked for blood. "
        + "A baker whose shop stands opposite said that he had just pulled down his shutter when the ground shook and everything went dark with dust. "
        + "The road remained closed until the evening while glass was swept up, and the bank's manager said that customers would be served at another branch until the repairs are done, which may take several weeks. "
        + "Residents said that the street had been quiet for years and that many of them had only recently come back to live there.";

    /// <summary>An RSS feed of bombs in different cities, the items in the order given.</summary>
    public static string Rss(params (string Id, string Date)[] items) =>
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Sample</title>" + string.Concat(items.Select((item, n) =>
            $"<item><guid isPermaLink=\"false\">{item.Id}</guid><title>Bomb in {City(item.Id)}</title><pubDate>{item.Date}T12:00:00Z</pubDate><description>{Bomb(City(item.Id))}</description></item>"))
        + "</channel></rss>";

    /// <summary>A page with its furniture.</summary>
    public static string Page(string site, string title, string text) => $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title><meta property="og:site_name" content="{site}"></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <article><h1>{title}</h1>{string.Concat(text.Split(". ").Chunk(2).Select(s => $"<p>{string.Join(". ", s)}.</p>"))}</article>
        <footer>All rights reserved. <a href="/privacy">Privacy</a></footer></body></html>
        """;

    private static string City(string id) => s_cities[int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) % s_cities.Length];
}
