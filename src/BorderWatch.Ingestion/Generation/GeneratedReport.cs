using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;

namespace BorderWatch.Ingestion.Generation;

/// <summary>An article that tells a generated story, with a claim for every value and the quote that it stands in.</summary>
internal sealed class GeneratedReport
{
    private const string Extractor = "generator/1";

    private static readonly IReadOnlyList<string> s_sentences = [.. EmbeddedRows.Of("Generation/sentences.tsv").Select(row => row[0])];

    private readonly StringBuilder _text = new();

    /// <summary>The article, without its revision.</summary>
    public Article Article { get; }

    /// <summary>Its text.</summary>
    public ArticleRevision Revision { get; }

    /// <summary>Its account of the incident.</summary>
    public Report Report { get; }

    /// <summary>What it claims.</summary>
    public List<Claim> Claims { get; } = [];

    /// <summary>How many it says were killed; null where it does not say.</summary>
    public int? Killed { get; }

    /// <summary>Writes the article.</summary>
    public GeneratedReport(Guid incident, GeneratedStory story, Source outlet, DateTimeOffset published, int? killed, string elsewhere, Random random)
    {
        Killed = killed;
        var (article, revision, report) = (Guid.CreateVersion7(published), Guid.CreateVersion7(published), Guid.CreateVersion7(published));
        Lead(report, story, published);
        if (killed is { } dead) Count(report, ClaimField.Killed, dead, dead == 1 ? "person was killed" : "people were killed");
        if (story.Injured is { } injured) Count(report, ClaimField.Injured, injured, injured == 1 ? "person was injured" : "people were injured");
        for (var i = random.Next(2, 5); i > 0; i--)
        {
            _text.Append(i % 2 == 0 ? "\n\n" : " ").Append(s_sentences[random.Next(s_sentences.Count)]
                .Replace("{place}", elsewhere, StringComparison.Ordinal)
                .Replace("{n}", random.Next(2, 60).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
        var text = _text.ToString();
        Article = new Article
        {
            Id = article,
            SourceId = outlet.Id,
            CanonicalUrl = $"https://generated.example/{article}",
            PublishedAt = published,
            FirstSeenAt = published,
            Outcome = ArticleOutcome.HasIncidents,
        };
        Revision = new ArticleRevision
        {
            Id = revision,
            ArticleId = article,
            Number = 1,
            Title = story.Headline,
            Text = text,
            Language = "en",
            ContentHash = SHA256.HashData(Encoding.UTF8.GetBytes($"{story.Headline}\n\n{text}")),
            FetchedAt = published,
        };
        Report = new Report
        {
            Id = report,
            IncidentId = incident,
            ArticleId = article,
            ArticleRevisionId = revision,
            Ordinal = 0,
            Title = story.Headline,
            Confidence = Math.Round(0.55 + 0.42 * random.NextDouble(), 3),
            CreatedAt = published,
        };
    }

    private void Lead(Guid report, GeneratedStory story, DateTimeOffset published)
    {
        var kind = story.Kind;
        var day = (published.Date - story.Day.ToDateTime(TimeOnly.MinValue)).Days < 6 ? $"on {story.Day:dddd}" : $"on {story.Day:d MMMM}";
        var sentence = story.Fill(kind.Sentence).Replace("{day}", day, StringComparison.Ordinal);
        var (open, close) = (sentence.IndexOf('['), sentence.IndexOf(']') - 1);
        _text.Append(sentence.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        Claim(report, ClaimField.Kind, new ClaimValue.Kind(kind.EventType, kind.SubEventType), open, close);
        Quote(report, ClaimField.Occurred, new ClaimValue.Occurred(story.Day, story.Day, TimePrecision.Day), day);
        if (story.Where is { } where)
        {
            var place = where.Place;
            Quote(report, ClaimField.Place, new ClaimValue.Place(
                place.Name, place.Admin2, place.Admin1, place.CountryCode, place.Latitude, place.Longitude, where.Precision, place.GeonameId), where.Words);
        }
        var attribution = kind.EventType.StartsWith("Explosions", StringComparison.Ordinal) ? Attribution.Suspected : Attribution.Confirmed;
        Who(report, story.Perpetrator, ActorRole.Perpetrator, story.Perpetrator.Kind == ActorKind.Unknown ? Attribution.Unidentified : attribution);
        Who(report, story.Target, ActorRole.Target, Attribution.Confirmed);
        if (kind.Weapon is { } weapon) Claim(report, ClaimField.Weapon, new ClaimValue.Text(weapon), open, close);
    }

    private void Who(Guid report, Actor actor, ActorRole role, Attribution attribution) =>
        Quote(report, ClaimField.Actor, new ClaimValue.Actor(actor.Name, role, attribution, actor.Kind, actor.CountryCode), GeneratedStory.Middle(actor));

    private void Count(Guid report, ClaimField field, int people, string happened)
    {
        var start = _text.Append(' ').Length;
        _text.Append(CultureInfo.InvariantCulture, $"{people} {happened}");
        Claim(report, field, new ClaimValue.Casualties(people, people, people), start, _text.Length);
        _text.Append('.');
    }

    private void Quote(Guid report, ClaimField field, ClaimValue value, string words)
    {
        var start = _text.ToString().IndexOf(words, StringComparison.OrdinalIgnoreCase);
        Claim(report, field, value, start, start + words.Length);
    }

    private void Claim(Guid report, ClaimField field, ClaimValue value, int start, int end) => Claims.Add(new Claim
    {
        ReportId = report,
        Field = field,
        Value = value.ToJson(),
        Quote = _text.ToString(start, end - start),
        QuoteStart = start,
        QuoteEnd = end,
        Extractor = Extractor,
    });
}
