using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction;

/// <summary>Reads a value out of words that a person has selected in an article: the readers of the extractor, without its judgement. Pure.</summary>
public sealed class SelectedWords(ArticleText article, IToponymFinder toponyms)
{
    private readonly Document _document = WholeText.Read(article);

    /// <summary>Reads with the shared gazetteer.</summary>
    public SelectedWords(ArticleText article) : this(article, new ToponymFinder(Gazetteer.Shared)) { }

    /// <summary>How many people the words speak of: the first quantity, or one for "a guard"; null where they name no number.</summary>
    public CasualtyRange? People(TextSpan span, bool inTitle)
    {
        var words = Words(span, inTitle);
        var lexemes = QuantityReader.Read(LexemeReader.Join(Tokenizer.Tokenize(words, 0, words.Length)));
        var quantity = lexemes.FirstOrDefault(lexeme => lexeme.IsQuantity);
        if (quantity.IsQuantity) return quantity.Range;
        return lexemes.Count > 1 && lexemes[0].Lower is "a" or "an" or "the" ? CasualtyRange.Exactly(1) : null;
    }

    /// <summary>Every number of people that the words name, in their order: "four killed and nine wounded" gives 4 and 9.</summary>
    public IReadOnlyList<CasualtyRange> Quantities(TextSpan span, bool inTitle)
    {
        var words = Words(span, inTitle);
        return [.. QuantityReader.Read(LexemeReader.Join(Tokenizer.Tokenize(words, 0, words.Length))).Where(lexeme => lexeme.IsQuantity).Select(lexeme => lexeme.Range)];
    }

    /// <summary>The first date in the words, reckoned from the article's day; null where they name none.</summary>
    public OccurrencePeriod? Day(TextSpan span, bool inTitle) =>
        DateFinder.Find(_document).FirstOrDefault(date => date.InTitle == inTitle && date.Span.Overlaps(span) && date.Period.From is not null)?.Period;

    /// <summary>The places that the words can mean, the likeliest first: what the whole article makes of them, then every place of that name.</summary>
    public IReadOnlyList<ExtractedPlace> Places(TextSpan span, bool inTitle)
    {
        var found = toponyms.Find(_document);
        var mentioned = (inTitle ? found.Title : found.Body).Where(t => new TextSpan(t.Start, t.End).Overlaps(span)).Select(t => t.Place);
        return [.. mentioned.Concat(Gazetteer.Shared.Find(Words(span, inTitle).Trim())).DistinctBy(p => p.GeonameId is { } id ? (Id: id, Name: "", p.Admin1, p.Country) : (Id: 0, p.Name, p.Admin1, p.Country))];
    }

    private string Words(TextSpan span, bool inTitle)
    {
        var text = inTitle ? article.Title ?? "" : article.Text;
        return text[Math.Clamp(span.Start, 0, text.Length)..Math.Clamp(span.End, 0, text.Length)];
    }
}
