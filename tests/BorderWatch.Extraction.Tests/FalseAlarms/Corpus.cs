using System.Globalization;
using System.Text.Json;

namespace BorderWatch.Extraction.Tests.FalseAlarms;

/// <summary>
/// The articles that we wrote ourselves, in wire style: some that report no incident, some that report exactly one.
/// Lines have the shape of the command line's input.
/// </summary>
internal static class Corpus
{
    /// <summary>Reports of anything but incidents.</summary>
    public static IReadOnlyList<CorpusArticle> WithoutIncident { get; } = Read("no-incident.jsonl");

    /// <summary>Reports of one incident each.</summary>
    public static IReadOnlyList<CorpusArticle> WithIncident { get; } = Read("one-incident.jsonl");

    private static List<CorpusArticle> Read(string file)
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        var articles = new List<CorpusArticle>();
        while (reader.ReadLine() is { } line)
        {
            var json = JsonDocument.Parse(line).RootElement;
            var published = DateTimeOffset.Parse(json.GetProperty("publishedAt").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            articles.Add(new CorpusArticle(json.GetProperty("id").GetString()!,
                new ArticleText(json.GetProperty("text").GetString()!, json.GetProperty("title").GetString(), published), json));
        }
        return articles;
    }
}

/// <summary>An article of the corpus.</summary>
/// <param name="Id">Its category and number.</param>
/// <param name="Article">What the extractor reads.</param>
/// <param name="Line">The whole line, with what is expected.</param>
internal sealed record CorpusArticle(string Id, ArticleText Article, JsonElement Line);
