using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>Reads a sentence from left to right and marks every run of words that may name a place.</summary>
internal sealed class MentionScanner(Gazetteer gazetteer)
{
    /// <summary>A name that no place of more people bears may be the beginning of another.</summary>
    private const int LargestVillage = 20_000;

    private readonly NameMatcher _matcher = new(gazetteer);

    public List<PlaceMention> Scan(Sentence sentence, bool contextOnly = false)
    {
        var mentions = new List<PlaceMention>();
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsCapitalised) continue;
            if (NotPlaces.EndOf(tokens, i) is { } end) { i = end - 1; continue; }
            var mention = Abbreviation(sentence, i, contextOnly) ?? Named(sentence, i, contextOnly) ?? Unknown(sentence, i, contextOnly);
            if (mention is null) continue;
            mentions.Add(mention);
            i = mention.Last - 1;
            // "Tembladera Canton": the kind of a place is none itself.
            if (mention.Candidates.Length == 0 && i + 1 < tokens.Count && tokens[i + 1].IsCapitalised && PlaceWords.Divisions.ContainsKey(tokens[i + 1].Lower)) i++;
        }
        foreach (var unlisted in UnlistedNames.In(sentence, mentions.ToArray(), IsSmall, contextOnly).Where(u => !mentions.Exists(m => m.First == u.First && m.Last == u.Last)).ToArray())
        {
            mentions.RemoveAll(m => m.First >= unlisted.First && m.Last <= unlisted.Last);
            mentions.Add(unlisted);
        }
        mentions.Sort((a, b) => a.First - b.First);
        return mentions;
    }

    private bool IsSmall(PlaceMention mention)
    {
        if (!mention.IsPlace) return false;
        foreach (var candidate in mention.Candidates)
        {
            var place = gazetteer.Places[(int)(candidate & GazetteerFormat.PlaceMask)];
            if ((ToponymLevel)place.Level != ToponymLevel.Settlement || place.Population > LargestVillage) return false;
        }
        return true;
    }

    private PlaceMention? Named(Sentence sentence, int i, bool contextOnly)
    {
        if (_matcher.LongestAt(sentence.Tokens, i) is not { } match || IsNothingButDirections(sentence.Tokens, i, match)) return null;
        return new PlaceMention
        {
            Sentence = sentence,
            First = i,
            Last = match.Last,
            Key = match.Key,
            Candidates = match.Demonym is null ? match.Postings : [],
            IsLoose = match.IsLoose,
            Demonym = match.Demonym,
            IsContextOnly = contextOnly,
        };
    }

    // "East", "The City", "North Central", "University": such names exist, and mean a part or a kind of place.
    private static bool IsNothingButDirections(Sequence<Token> tokens, int first, NameMatcher.Match match)
    {
        if (match.Demonym is not null) return false;
        for (var i = first; i < match.Last; i++)
            if (!PlaceWords.Modifiers.Contains(tokens[i].Lower) && !PlaceWords.Organisations.Contains(tokens[i].Lower) && tokens[i].Kind != TokenKind.Mark) return false;
        return true;
    }

    // "La." and "TX" after a comma; "W.Va." and "Calif." anywhere.
    private PlaceMention? Abbreviation(Sentence sentence, int i, bool contextOnly)
    {
        var tokens = sentence.Tokens;
        var afterComma = i > 1 && tokens[i - 1].Written is "," or "-" && tokens[i - 2].IsCapitalised;
        var written = "";
        PlaceMention? longest = null;
        for (var last = i + 1; last <= tokens.Count && last - i <= 4; last++)
        {
            var token = tokens[last - 1];
            if (token.Kind == TokenKind.Number || token.Written is "," or "-") break;
            written += token.Written;
            if (!StateAbbreviations.MayBegin(written)) break;
            if (StateAbbreviations.Of(written) is not { } state) continue;
            var standsAlone = written.IndexOf('.') is > 0 and var stop && (stop < written.Length - 1 || written.Length >= 6 || written is "Fla." or "Ill.");
            if (!afterComma && !standsAlone) continue;
            if (Province(state.Country, state.Name) is not { } posting) continue;
            longest = new PlaceMention
            {
                Sentence = sentence,
                First = i,
                Last = last,
                Key = NameKey.Of(state.Name),
                Candidates = [posting],
                Wanted = ToponymLevel.Admin1,
                IsContextOnly = contextOnly,
            };
        }
        return longest;
    }

    private uint? Province(string country, string name)
    {
        var code = Gazetteer.Code(country);
        foreach (var posting in gazetteer.Lookup(System.Text.Encoding.UTF8.GetBytes(NameKey.Of(name))))
        {
            var place = gazetteer.Places[(int)(posting & GazetteerFormat.PlaceMask)];
            if (place.Country == code && (ToponymLevel)place.Level == ToponymLevel.Admin1) return posting;
        }
        return null;
    }

    // Capitalised words that no gazetteer has, made a place by the division word beside them: "Zarghun Kalay district", "barangay Langkuas".
    private static PlaceMention? Unknown(Sentence sentence, int i, bool contextOnly)
    {
        var tokens = sentence.Tokens;
        if (tokens[i].Written.Length < 3 || PlaceWords.Modifiers.Contains(tokens[i].Lower) || PlaceWords.Titles.Contains(tokens[i].Lower)
            || PlaceWords.Organisations.Contains(tokens[i].Lower) || PlaceWords.CommonWords.Contains(tokens[i].Lower) || PlaceWords.Divisions.ContainsKey(tokens[i].Lower)) return null;
        var last = i + 1;
        while (last < tokens.Count && last - i < 5 && (tokens[last].IsCapitalised || (tokens[last].Written == "-" && tokens[last].End < sentence.End)
            || tokens[last].Lower is "e" or "i" or "ye" or "wa" || tokens[last].Lower is "al" or "el" or "ul" or "as" or "ad" or "ar" or "az" or "ash" && last + 2 < tokens.Count && tokens[last + 1].Written == "-" && tokens[last + 2].IsCapitalised) && !PlaceWords.Divisions.ContainsKey(tokens[last].Lower)) last++;
        while (last > i + 1 && !tokens[last - 1].IsCapitalised) last--;
        if (!IsNamedBefore(tokens, i) && !IsNamedAfter(tokens, last)) return null;
        if (i == 0 && last == i + 1 && tokens[i].Lower is "this" or "that" or "each" or "every" or "another" or "which" or "what" or "their") return null;
        return new PlaceMention
        {
            Sentence = sentence,
            First = i,
            Last = last,
            Key = NameKey.Of(string.Join(' ', tokens.Slice(i, last - i).Select(t => t.Written))),
            Candidates = [],
            IsContextOnly = contextOnly,
        };
    }

    private static bool IsNamedBefore(Sequence<Token> tokens, int i) =>
        i > 0 && PlaceWords.Divisions.TryGetValue(tokens[i - 1].Lower, out var word) && word.Before
        || i > 1 && tokens[i - 1].Lower == "of" && tokens[i - 2].Lower is "village" or "district" or "hamlet";

    private static bool IsNamedAfter(Sequence<Token> tokens, int last)
    {
        if (last >= tokens.Count || !(tokens[last].Lower is "district" or "districts" or "village" or "agency" or "subdistrict" or "rayon" or "raion" or "township" or "taluk"
            || PlaceWords.Divisions.TryGetValue(tokens[last].Lower, out var word) && word is { After: true, Countries.Length: > 0 })) return false;
        return !(tokens[last].IsCapitalised && last + 1 < tokens.Count && tokens[last + 1].IsCapitalised);
    }
}
