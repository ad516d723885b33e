using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>
/// Weighs whether a name is a place in its sentence: a title or a first name before it speaks against, "in" before it and a province behind it
/// speak for it, and a large town needs less than a hamlet whose name is a common word.
/// </summary>
internal sealed class MentionEvidence(Gazetteer gazetteer, Document document)
{
    private readonly HashSet<string> _written = WordsInLowerCase(document);
    private readonly HashSet<string> _people = [];
    private readonly Dictionary<Sentence, bool> _headlines = [];
    private Dictionary<string, int> _counts = [];

    public void Weigh(List<PlaceMention> mentions)
    {
        _counts = mentions.Where(m => m.IsPlace).GroupBy(m => m.Key).ToDictionary(g => g.Key, g => g.Count());
        foreach (var mention in mentions) if (mention.IsPlace && IsPerson(mention)) (mention.IsPerson, _) = (true, _people.Add(mention.Key));
        foreach (var mention in mentions) if (mention.IsPlace) mention.Evidence = Weight(mention);
    }

    private double Weight(PlaceMention m)
    {
        var tokens = m.Sentence.Tokens;
        var before = m.First > 0 ? tokens[m.First - 1] : default;
        var isOneWord = !m.Key.Contains(' ', StringComparison.Ordinal);
        var weight = Prior(m);
        var hasReason = m.Wanted is not null || m.Parent is not null;
        if (!isOneWord) weight += 1.5;
        if (m.Wanted is not null) weight += 2.5;
        if (m.Parent is { IsPlace: true } parent && Holds(parent, m)) weight += 3;
        var located = m.First > 0 && PlaceWords.Locatives.Contains(before.Lower);
        if (located) weight += 1.5;
        if (_counts[m.Key] > 1) weight += 0.5;
        if (IsAcronym(m)) weight -= 4;
        if (m.IsPerson) return weight - 8;
        if (IsDateline(m)) weight += 3;
        if (IsParty(m)) weight += 3;
        if (isOneWord && !hasReason && !(tokens[m.First].Written.Length <= 4 && tokens[m.First].Written.All(c => char.IsUpper(c) || c == '.') && IsState(m)))
        {
            var word = tokens[m.First].Lower;
            if (PlaceWords.CommonWords.Contains(word)) weight -= IsWrittenAsName(m, before) ? 1.5 : 4;
            else if (PlaceWords.Surnames.Contains(word)) weight -= 2;
            if (_written.Contains(word)) weight -= 3;
            if (m.First == 0 && !m.Sentence.InTitle) weight -= 0.5;
            if (m.First > 0 && before.Lower == "the") weight -= 1;
            if (m.Last < tokens.Count && tokens[m.Last].Lower is "said" or "told" or "added" or "says" or "testified" or "who" or "asked" or "explained" or "wrote") weight -= located ? 0.5 : 2;
            if (m.Last + 1 < tokens.Count && tokens[m.Last].Written is "'s" or "’s" or "," && tokens[m.Last + 1].Lower is "who" or "attorney" or "lawyer" or "wife" or "husband" or "girlfriend" or "mother" or "father") weight -= 1.5;
        }
        if (_people.Contains(m.Key)) weight -= hasReason ? 1 : located ? 2.5 : 4;
        return weight + Neighbours(m, isOneWord);
    }

    // "in Tank on Monday": a common noun has an article and no capital.
    private bool IsWrittenAsName(PlaceMention m, Token before) =>
        m.First > 0 && before.Lower is "in" or "near" && !_written.Contains(m.Sentence.Tokens[m.First].Lower) && m.Sentence.Tokens[m.First].Written.Any(char.IsLower) && !IsHeadline(m.Sentence)
        && !(m.Last < m.Sentence.Tokens.Count && m.Sentence.Tokens[m.Last] is var next && (next.IsCapitalised || next.Written is "-" or "/" or "&"));

    // "NGO", "MEP": letters that happen to be a village somewhere.
    private bool IsAcronym(PlaceMention m) =>
        m.Last - m.First == 1 && m.Sentence.Tokens[m.First].Written is { Length: <= 4 } written && written.All(char.IsUpper) && !IsState(m) && !IsHeadline(m.Sentence)
        && m.Wanted is not ToponymLevel.Admin1 && !m.Sentence.Tokens.Where(t => t.Kind == TokenKind.Word).Take(4).All(t => t.Written.All(char.IsUpper));

    // What the words glued to the name make of it.
    private double Neighbours(PlaceMention m, bool isOneWord)
    {
        var tokens = m.Sentence.Tokens;
        var weight = 0.0;
        var looseness = IsHeadline(m.Sentence) ? 0.4 : 1;
        if (m.Last < tokens.Count && tokens[m.Last] is var next && next.IsCapitalised && next.Start - tokens[m.Last - 1].End == 1)
        {
            if (IsStreet(tokens, m.Last)) weight -= 8;
            else if (PlaceWords.Outlets.Contains(next.Lower)) weight -= 4;
            else if (PlaceWords.Organisations.Contains(next.Lower) || CountryLexicon.CodeOfDemonym(next.Written) is not null) weight += 0.5;
            else if (isOneWord && PlaceWords.GivenNames.Contains(next.Lower)) weight -= 0.5 * looseness;
            // "Shal Kor": an old name of a town, which goes on to be the name of something else.
            else if (isOneWord) weight -= (IsOnlyAlternative(m) ? 4 : 1.5) * looseness;
        }
        else if (m.Last < tokens.Count && tokens[m.Last] is { Kind: TokenKind.Word } following && !following.IsCapitalised)
        {
            if (IsStreet(tokens, m.Last) || IsStreetList(tokens, m.Last)) weight -= 6;
            else if (PlaceWords.Organisations.Contains(following.Lower)) weight += 0.7;
        }
        if (m.First == 0) return weight;
        var before = tokens[m.First - 1];
        if (IsParty(m)) return weight;
        var glued = tokens[m.First].Start - before.End == 1;
        if (before.Written is "-" && before.End == tokens[m.First].Start && m.First > 1 && tokens[m.First - 2].IsCapitalised && CountryLexicon.CodeOfDemonym(tokens[m.First - 2].Written) is null) weight -= 1.5;
        if (before.Written is "@" or "#" or "/") weight -= 3;
        if (!before.IsCapitalised || !glued || PlaceWords.Modifiers.Contains(before.Lower)) return weight;
        if (CountryLexicon.CodeOfDemonym(before.Written) is not null) return weight;
        if (PlaceWords.Organisations.Contains(before.Lower) || m.First == 1 && _written.Contains(before.Lower)) return weight - 0.3;
        return weight - (isOneWord ? 2 : 0.7) * looseness * (m.First == 1 ? 0.6 : 1);
    }

    /// <summary>True where every place of the name bears another name first.</summary>
    internal static bool IsOnlyAlternative(PlaceMention m) => m.Candidates.Length > 0 && m.Candidates.All(c => (c & GazetteerFormat.Alternative) != 0);

    // "Dublin Road", "Main streets"; "Kansas Highway Patrol" is no street.
    private static bool IsStreet(Sequence<Token> tokens, int i) =>
        i < tokens.Count && (PlaceWords.Streets.Contains(tokens[i].Lower) || tokens[i].Lower is "streets" or "avenues" or "roads" or "drives")
        && !(i + 1 < tokens.Count && tokens[i + 1].Lower is "patrol" or "department" or "commission" or "authority");

    // "the corner of Lakeview and Harrison streets"
    private static bool IsStreetList(Sequence<Token> tokens, int i) =>
        tokens[i].Lower is "and" && i + 2 < tokens.Count && tokens[i + 1].IsCapitalised && tokens[i + 2].Lower is "streets" or "avenues" or "roads" or "drives";

    // "MANSFIELD —" at the head of a sentence.
    private static bool IsDateline(PlaceMention m)
    {
        var tokens = m.Sentence.Tokens;
        return m.First == 0 && m.Last < tokens.Count && !tokens[m.First].Written.Any(char.IsLower) && tokens[m.First].Written.Length > 2
            && (tokens[m.Last].Written is "—" or "–" or "(" || tokens[m.Last].Written == "-" && tokens[m.Last].Start > tokens[m.Last - 1].End);
    }

    // "Westrom, R-Elbow Lake": an American lawmaker's party and home.
    private static bool IsParty(PlaceMention m) =>
        m.First > 1 && m.Sentence.Tokens[m.First - 1].Written == "-" && m.Sentence.Tokens[m.First - 1].End == m.Start && m.Sentence.Tokens[m.First - 2].Written is "R" or "D" or "I" or "DFL";

    // A first name, a title or an initial before a single word; or a first name itself with another name behind it.
    private bool IsPerson(PlaceMention m)
    {
        var tokens = m.Sentence.Tokens;
        var i = m.First - 1;
        if (i >= 0 && tokens[i].Written == "." && i > 0 && tokens[i - 1].End == tokens[i].Start && (tokens[i - 1].Written.Length == 1 || PlaceWords.Titles.Contains(tokens[i - 1].Lower))) i--;
        var glued = i >= 0 && tokens[m.First].Start - tokens[i].End <= 2 && tokens[i].IsCapitalised;
        var isOneWord = m.Last - m.First == 1;
        if (glued && isOneWord && !(m.Parent is { } held && Holds(held, m)))
        {
            if (PlaceWords.GivenNames.Contains(tokens[i].Lower) || PlaceWords.Titles.Contains(tokens[i].Lower) && !IsState(m)) return true;
            if (tokens[i].Written.Length == 1 && tokens[i].Written is not ("A" or "I")) return true;
            if (IsUnknownName(tokens[i], i, m)) return true;
        }
        if (!isOneWord || !PlaceWords.GivenNames.Contains(tokens[m.First].Lower) || m.Last >= tokens.Count) return false;
        var next = tokens[m.Last];
        return next.IsCapitalised && next.Start - tokens[m.Last - 1].End == 1 && !PlaceWords.Organisations.Contains(next.Lower) && !PlaceWords.Streets.Contains(next.Lower)
            && !PlaceWords.Divisions.ContainsKey(next.Lower) && !IsHeadline(m.Sentence);
    }

    // "Genetta Reeves": a capitalised word of no known kind before a small town's name, inside a sentence.
    private bool IsUnknownName(Token before, int i, PlaceMention m) =>
        i > 0 && before.Written.Length > 2 && before.Written.Any(char.IsLower) && before.End + 1 == m.Start && Prior(m) < 1.3 && !IsHeadline(m.Sentence)
        && !PlaceWords.Modifiers.Contains(before.Lower) && !PlaceWords.Organisations.Contains(before.Lower) && !_written.Contains(before.Lower)
        && m.Wanted is null && CountryLexicon.CodeOfDemonym(before.Written) is null;

    private bool IsState(PlaceMention m) => m.Candidates.Any(c => (ToponymLevel)gazetteer.Places[(int)(c & GazetteerFormat.PlaceMask)].Level is ToponymLevel.Country or ToponymLevel.Area);

    private double Prior(PlaceMention m)
    {
        var best = -2.0;
        foreach (var candidate in m.Candidates)
        {
            var place = gazetteer.Places[(int)(candidate & GazetteerFormat.PlaceMask)];
            var weight = (ToponymLevel)place.Level switch
            {
                ToponymLevel.Country => 4,
                ToponymLevel.Area => 3,
                ToponymLevel.Admin1 => 2.5,
                ToponymLevel.Natural => 2,
                ToponymLevel.Admin2 => 1,
                _ => (PlaceFeature)place.Feature == PlaceFeature.Curated ? 1 : Math.Clamp(Math.Log10(place.Population + 1) - 4, -1.5, 3),
            };
            if ((candidate & GazetteerFormat.Short) != 0) weight -= 1.5;
            if ((candidate & GazetteerFormat.Alternative) != 0) weight -= 1;
            best = Math.Max(best, weight);
        }
        return m.IsLoose ? best - 1 : best;
    }

    // True where some reading of the one lies in some reading of the other.
    private bool Holds(PlaceMention parent, PlaceMention m)
    {
        foreach (var outer in parent.Candidates)
            foreach (var inner in m.Candidates)
                if (Containment.Holds(gazetteer, (int)(outer & GazetteerFormat.PlaceMask), (int)(inner & GazetteerFormat.PlaceMask))) return true;
        return false;
    }

    // Headlines in Title Case, and shouted ones: capitals say nothing there.
    private bool IsHeadline(Sentence sentence)
    {
        if (_headlines.TryGetValue(sentence, out var known)) return known;
        var words = sentence.Tokens.Where(t => t.Kind == TokenKind.Word && t.Written.Length > 3).ToList();
        return _headlines[sentence] = words.Count > 2 && words.Count(t => t.IsCapitalised) > 0.7 * words.Count;
    }

    private static HashSet<string> WordsInLowerCase(Document document)
    {
        var words = new HashSet<string>();
        foreach (var sentence in document.Sentences)
            foreach (var token in sentence.Tokens)
                if (token.Kind == TokenKind.Word && char.IsLower(token.Written[0])) words.Add(token.Lower);
        return words;
    }
}
