using BorderWatch.Extraction.Places.Mentions;
using BorderWatch.Extraction.Places.Resolution;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>Finds toponyms by the gazetteer and resolves them with the whole document in view. Pure, safe for many threads; one can be shared.</summary>
public sealed class ToponymFinder : IToponymFinder
{
    /// <summary>What a name needs to be taken for a place.</summary>
    private const double Bar = 0.5;

    /// <summary>What a perfect fit with the rest of the document adds.</summary>
    private const double FitWeight = 2.0;

    /// <summary>What it costs to lie in a country that the document does not speak of.</summary>
    private const double StrangeWeight = 3.0;

    private readonly Gazetteer _gazetteer;
    private readonly MentionScanner _scanner;
    private readonly BorderScanner _borders;
    private readonly BorderPoints _points;
    private readonly CapitalFinder _capitals;

    /// <summary>A finder over a gazetteer.</summary>
    public ToponymFinder(Gazetteer gazetteer)
    {
        _gazetteer = gazetteer;
        _scanner = new MentionScanner(gazetteer);
        _borders = new BorderScanner(gazetteer);
        _points = new BorderPoints(gazetteer);
        _capitals = new CapitalFinder(gazetteer);
    }

    /// <inheritdoc />
    public DocumentToponyms Find(Document document)
    {
        var mentions = new List<PlaceMention>();
        var borders = new List<BorderMention>();
        foreach (var sentence in document.Sentences) borders.AddRange(_borders.Scan(sentence, AddMentions(sentence, contextOnly: false, mentions)));
        if (document.Dateline is { } line && line.End > line.Start)
            AddMentions(new Sentence(-1, line.Start, line.End, false, -1, Tokenizer.Tokenize(document.Article.Text, line.Start, line.End)), contextOnly: true, mentions);
        new MentionEvidence(_gazetteer, document).Weigh(mentions);
        mentions.RemoveAll(m => m.IsPlace && m.Evidence + FitWeight < Bar);
        var chooser = new PlaceChooser(_gazetteer, document);
        chooser.Choose(mentions);
        var toponyms = new ToponymCollection();
        var borderWriter = new BorderWriter(_points, chooser);
        var bySentence = mentions.ToLookup(m => m.Sentence);
        foreach (var border in borders)
            if (borderWriter.Write(border, document, bySentence[border.Sentence]) is { } toponym) toponyms.Add(border.Sentence, toponym);
        var writer = new ToponymWriter(_gazetteer);
        new Misspellings(_gazetteer, chooser).Read(document, mentions, bySentence);
        foreach (var m in mentions.Where(m => m.IsPlace && !m.IsContextOnly))
        {
            if (toponyms.HasBorder(m.Sentence, m.Start, m.End)) continue;
            if (m.Chosen >= 0 && m.Evidence + FitWeight * chooser.Fit(m) - StrangeWeight * chooser.Strangeness(m) < Bar) continue;
            if (m.Chosen >= 0 && chooser.IsGuess(m)) continue;
            if (writer.Write(m, document) is { } toponym) toponyms.Add(m.Sentence, toponym);
        }
        foreach (var (sentence, capital) in _capitals.Find(document, chooser.MainCountry))
            if (!toponyms.Overlaps(sentence, capital.Start, capital.End)) toponyms.Add(sentence, capital);
        var filed = mentions.Find(m => m is { IsContextOnly: true, IsPlace: true, Chosen: >= 0 });
        return toponyms.InOrder() with { Dateline = filed is null ? null : writer.Write(filed, document) };
    }

    private List<PlaceMention> AddMentions(Sentence sentence, bool contextOnly, List<PlaceMention> mentions)
    {
        var found = _scanner.Scan(sentence, contextOnly);
        MentionContext.Read(found);
        // The larger stand behind the smaller: what an upazila tells of its country holds for its villages.
        for (var i = found.Count - 1; i >= 0; i--) KeepOwnCountries(found[i]);
        foreach (var mention in found) DropStranger(mention);
        mentions.AddRange(found);
        return found;
    }

    // "Lehri Balochistan": without a comma between, only a place that can lie in the next one does.
    private void DropStranger(PlaceMention mention)
    {
        if (mention.Parent is not { } parent || parent.First != mention.Last) return;
        foreach (var outer in parent.Candidates)
            foreach (var inner in mention.Candidates)
                if (Containment.Holds(_gazetteer, (int)(outer & GazetteerFormat.PlaceMask), (int)(inner & GazetteerFormat.PlaceMask))) return;
        mention.Parent = null;
    }

    // An upazila is in Bangladesh, whatever in the world bears its name.
    private void KeepOwnCountries(PlaceMention mention)
    {
        if (mention.Countries.Length == 0 && mention.Parent is { Countries: [_] own } && mention.Wanted is null or ToponymLevel.Settlement or ToponymLevel.Admin2) mention.Countries = own;
        if (mention.Countries.Length > 0)
            mention.Candidates = [.. mention.Candidates.Where(c => mention.Countries.Contains(_gazetteer.CountryOf((int)(c & GazetteerFormat.PlaceMask))))];
    }
}
