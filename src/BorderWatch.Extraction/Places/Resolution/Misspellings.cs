using BorderWatch.Extraction.Places.Mentions;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>
/// Gives names that no gazetteer has, and that stand where a place does, to the town or district that is spelt almost so: within what holds them, else within
/// the country that the document speaks of.
/// </summary>
internal sealed class Misspellings(Gazetteer gazetteer, PlaceChooser chooser)
{
    /// <summary>So many unknown names of a document are looked at: a text of nothing else is no report.</summary>
    private const int Most = 12;

    private static readonly HashSet<string> Before = ["in", "at", "near", "outside"];

    private readonly NearSpelling _spelling = new(gazetteer);

    /// <summary>Chooses a place for the unknown ones of <paramref name="mentions"/>, and adds those that stand behind "in" without being one.</summary>
    public void Read(Document document, List<PlaceMention> mentions, ILookup<Sentence, PlaceMention> bySentence)
    {
        var left = Most;
        foreach (var mention in mentions)
        {
            if (mention is not { IsPlace: true, Chosen: < 0, Candidates.Length: 0, Wanted: not null } || left-- <= 0) continue;
            mention.Chosen = Find(mention.Key, mention.Parent, mention.Countries) ?? -1;
        }
        if (left <= 0 || chooser.MainCountry is not { } country) return;
        foreach (var sentence in document.Sentences)
        {
            for (var i = 1; i < sentence.Tokens.Count && left > 0; i++)
            {
                if (!Before.Contains(sentence.Tokens[i - 1].Lower) && sentence.Tokens[i - 1].Lower != "of" || UnlistedNames.EndOfName(sentence.Tokens, i) is not { } last || last - i > 2
                    || sentence.Tokens[i - 1].Lower == "of" && !(last < sentence.Tokens.Count && sentence.Tokens[last].Lower is "town" or "city") || bySentence[sentence].Any(m => m.First < last && i < m.Last)) continue;
                left--;
                var key = NameKey.Of(string.Join(' ', sentence.Tokens.Slice(i, last - i).Select(t => t.Written)));
                if (_spelling.Find(key, country, IsTown) is { } number)
                    mentions.Add(new PlaceMention { Sentence = sentence, First = i, Last = last, Key = key, Candidates = [], Chosen = number, Evidence = 1, Score = 0.5 });
            }
        }
    }

    private int? Find(string key, PlaceMention? parent, string[] countries)
    {
        if (parent is { IsPlace: true, Chosen: >= 0 }) return chooser.CountryOf(parent.Chosen) is { } held ? _spelling.Find(key, held, number => Containment.Holds(gazetteer, parent.Chosen, number)) : null;
        return (countries is [var only] ? only : chooser.MainCountry) is { } country ? _spelling.Find(key, country, _ => true) : null;
    }

    private bool IsTown(int number) => gazetteer.Places[number].Population >= 50_000 || (ToponymLevel)gazetteer.Places[number].Level == ToponymLevel.Admin2;
}
