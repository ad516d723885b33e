using System.Globalization;
using BorderWatch.Extraction.Assembly;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;
using static BorderWatch.Extraction.Languages.WordLexicon;

namespace BorderWatch.Extraction.Languages;

/// <summary>
/// Reads an article by a <see cref="WordLexicon"/> alone: which kind of incident, where, when, how many. Who did it to whom takes grammar and stays unsaid. A
/// sentence that names another place begins another incident.
/// </summary>
internal static class WordReader
{
    /// <summary>A count stands within so many tokens of the word that says what befell those counted.</summary>
    private const int CountReach = 4;

    /// <summary>"No", "not" stand so close before what they deny.</summary>
    private const int DenialReach = 2;

    /// <summary>An undated report of the news tells of the days before its publication.</summary>
    private const int NewsDays = 6;

    public static List<ExtractedIncident> Read(Document document, WordLexicon lexicon, IToponymFinder toponymFinder)
    {
        var (body, title) = toponymFinder.Find(document);
        var incidents = new List<Telling>();
        foreach (var sentence in document.Sentences)
        {
            var words = lexicon.Find(sentence.Tokens);
            if (words.Exists(w => w.Row.Kind == WordKind.Unreal)) continue;
            var place = Place(sentence, words, sentence.InTitle ? title : body);
            var named = words.Find(w => w.Row.Kind == WordKind.Event && !words.Exists(not => not.Row.Kind == WordKind.Not && not.Last < w.First && w.First - not.Last <= DenialReach));
            var current = incidents.Count > 0 ? incidents[^1] : null;
            if (named.Row is not null && (current is null || place is not null && current.Place is not null && place.Value.Value.Name != current.Place.Value.Value.Name))
                incidents.Add(current = new Telling(sentence, named));
            if (current is null) continue;
            current.Place ??= place;
            current.Date ??= Date(sentence, words, DateFinder.Anchor(document));
            foreach (var kind in (WordKind[])[WordKind.Killed, WordKind.Injured, WordKind.Abducted])
                if (!current.Counts.ContainsKey(kind) && Count(sentence, words, kind) is { } counted) current.Counts[kind] = counted;
        }
        return [.. incidents.Select(telling => telling.Make(document, lexicon))];
    }

    private static (ExtractedPlace Value, Sentence Sentence, TextSpan Span)? Place(Sentence sentence, List<Found> words, IReadOnlyList<Toponym> toponyms)
    {
        foreach (var word in words)
            if (word.Row.Kind == WordKind.Place && word.Row.More.Split(' ') is [var country, var latitude, var longitude]
                && double.TryParse(latitude, CultureInfo.InvariantCulture, out var north) && double.TryParse(longitude, CultureInfo.InvariantCulture, out var east))
                return (new ExtractedPlace(word.Row.Value, null, country, north, east, PlacePrecision.Exact), sentence, Span(sentence, word.First, word.Last));
        Toponym? best = null;
        foreach (var toponym in toponyms)
            if (toponym.Start >= sentence.Start && toponym.End <= sentence.End && toponym.Level != ToponymLevel.Area && (best is null || toponym.Level > best.Level)) best = toponym;
        return best is null ? null : (best.Place, sentence, new TextSpan(best.Start, best.End));
    }

    private static (OccurrencePeriod Value, Sentence Sentence, TextSpan Span)? Date(Sentence sentence, List<Found> words, DateOnly? anchor)
    {
        if (anchor is not { } today) return null;
        foreach (var word in words)
        {
            DateOnly? day = word.Row.Kind switch
            {
                WordKind.Day => today.AddDays(word.Row.Number),
                WordKind.Weekday => today.AddDays(-(((int)today.DayOfWeek + 7 - word.Row.Number % 7) % 7)),
                WordKind.Month when word.First > 0 && Number(sentence.Tokens[word.First - 1]) is >= 1 and var number && number <= DateTime.DaysInMonth(today.Year, word.Row.Number) => OfYear(today, word.Row.Number, number),
                _ => null,
            };
            if (day is { } told) return (OccurrencePeriod.OnDay(told), sentence, Span(sentence, word.Row.Kind == WordKind.Month ? word.First - 1 : word.First, word.Last));
        }
        return null;
    }

    private static DateOnly OfYear(DateOnly today, int month, int day) =>
        new DateOnly(today.Year, month, day) is var date && date > today ? date.AddYears(-1) : date;

    private static (CasualtyRange Range, Sentence Sentence, TextSpan Span)? Count(Sentence sentence, List<Found> words, WordKind kind)
    {
        foreach (var word in words.Where(w => w.Row.Kind == kind))
        {
            (int Number, int First, int Last, int Distance)? nearest = null;
            foreach (var (number, first, last) in Numbers(sentence.Tokens, words))
            {
                var before = word.First - last;
                var distance = before > 0 ? before : first - word.Last;
                if (distance is < 1 or > CountReach || before > 0 && word.Row.Value == "after" || before <= 0 && word.Row.Value == "before") continue;
                if (nearest is null || distance < nearest.Value.Distance) nearest = (number, first, last, distance);
            }
            if (nearest is { } count) return (CasualtyRange.Exactly(count.Number), sentence, Span(sentence, Math.Min(count.First, word.First), Math.Max(count.Last, word.Last)));
        }
        return null;
    }

    private static IEnumerable<(int Number, int First, int Last)> Numbers(Sequence<Token> tokens, List<Found> words)
    {
        foreach (var word in words)
            if (word.Row.Kind == WordKind.Number) yield return (word.Row.Number, word.First, word.Last);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Number(tokens[i]) is not { } number) continue;
            // Persian and Arabic digits are tokens of their own.
            var last = i;
            while (tokens[i].Kind == TokenKind.Mark && last + 1 < tokens.Count && tokens[last + 1].Start == tokens[last].End && tokens[last + 1].Kind == TokenKind.Mark && Number(tokens[last + 1]) is { } digit && number < 1_000_000)
                (number, last) = (number * 10 + digit, last + 1);
            yield return (number, i, last);
            i = last;
        }
    }

    private static int? Number(Token token) => token.Kind switch
    {
        TokenKind.Number => int.TryParse(token.Written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        TokenKind.Mark when token.Written.Length == 1 && char.GetNumericValue(token.Written[0]) is >= 0 and <= 9 and var digit => (int)digit,
        _ => null,
    };

    private static TextSpan Span(Sentence sentence, int first, int last) => new(sentence.Tokens[first].Start, sentence.Tokens[last].End);

    private sealed class Telling(Sentence sentence, Found named)
    {
        public (ExtractedPlace Value, Sentence Sentence, TextSpan Span)? Place { get; set; }

        public (OccurrencePeriod Value, Sentence Sentence, TextSpan Span)? Date { get; set; }

        public Dictionary<WordKind, (CasualtyRange Range, Sentence Sentence, TextSpan Span)> Counts { get; } = [];

        public ExtractedIncident Make(Document document, WordLexicon lexicon)
        {
            var book = new EvidenceBook(document);
            var event_ = Span(sentence, named.First, named.Last);
            foreach (var field in (string[])["eventType", "subEventType"]) book.Add(field, event_, sentence.InTitle);
            var occurred = Date?.Value ?? (DateFinder.Anchor(document) is { } today ? new OccurrencePeriod(today.AddDays(-NewsDays), today, TimePrecision.Week) : OccurrencePeriod.Unknown);
            var (dated, when) = Date is { } date ? (date.Sentence, date.Span) : (sentence, event_);
            foreach (var field in occurred.From is null ? (string[])["timePrecision"] : ["occurredFrom", "occurredTo", "timePrecision"]) book.Add(field, when, dated.InTitle);
            if (Place is { } place) book.Add("place", place.Span, place.Sentence.InTitle);
            foreach (var (kind, (_, counted, span)) in Counts) book.Add(kind.ToString().ToLowerInvariant(), span, counted.InTitle);
            foreach (var field in (string[])["title", "confidence"]) book.Add(field, new TextSpan(sentence.Start, sentence.End), sentence.InTitle);
            var toll = Counts.TryGetValue(WordKind.Killed, out var dead) ? $": {dead.Range} killed" : "";
            return new ExtractedIncident(new EventKind(named.Row.Value, named.Row.More), occurred, Place?.Value, [], Range(WordKind.Killed), Range(WordKind.Injured), Range(WordKind.Abducted), null,
                named.Row.More + (Place is { } at ? " in " + at.Value.Name : "") + toll, lexicon.Confidence, book.InOrder());
        }

        private CasualtyRange? Range(WordKind kind) => Counts.TryGetValue(kind, out var counted) ? counted.Range : null;
    }
}
