using BorderWatch.Extraction.Phrases;

namespace BorderWatch.Extraction.Casualties;

/// <summary>Counts that hang on a noun: "the killing of five", "ten deaths", "the death toll rose to 12", "no casualties".</summary>
internal static class NounRules
{
    /// <summary>A number stands at most so many lexemes after "death toll".</summary>
    private const int TollReach = 14;

    /// <summary>"the killing of seven", "bodies of three men".</summary>
    public static Reported? Of(CasualtyReading reading, Predicate predicate) =>
        ObjectReader.Object(reading, predicate.To) is { } people ? new Reported(people, predicate.Category, "of", About(reading, predicate)) : null;

    /// <summary>"ten civilian deaths", "claimed 12 lives", "four bodies".</summary>
    public static Reported? Counted(CasualtyReading reading, Predicate predicate)
    {
        for (var i = predicate.From - 1; i >= 0 && predicate.From - i < 5; i--)
        {
            var lexeme = reading.Lexemes[i];
            if (lexeme.IsQuantity)
            {
                var number = new PeoplePhrase(i, i + 1, lexeme.Range, i + 1, null, PeopleClass.Person, true);
                return new Reported(new VictimGroup([number]), predicate.Category, "counted");
            }
            // "Several hundred mourners carried the bodies": those who carry are not the dead.
            if (lexeme.Lower is "the" or "their" or "his" or "her" or "its" or "these" or "those") break;
            if (PeopleLexicon.IsStop(lexeme) && lexeme.Lower is not ("'s" or "'" or "dead")) break;
        }
        return IsDenied(reading, predicate) ? new Reported(Nobody(predicate), predicate.Category, "denied", CasualtyFlags.Negated) : null;
    }

    /// <summary>"the death toll rose to 12", "the number of injured stands at 30".</summary>
    public static Reported? Toll(CasualtyReading reading, Predicate predicate)
    {
        Reported? found = null;
        // "at the toll gate": where one pays.
        if (reading.Lower(predicate.To) is "gate" or "gates" or "plaza" or "plazas" or "road" or "roads" or "booth" or "booths" or "bridge" or "barrier" or "tax" or "collector" or "collectors" or "-") return null;
        for (var i = predicate.To; i < reading.Lexemes.Count && i - predicate.To < TollReach; i++)
        {
            if (reading.Lexemes[i].Written is ";" or "." || reading.InPredicate(i)) break;
            if (!reading.Lexemes[i].IsQuantity || PeopleLexicon.IsThing(reading.Lower(i + 1))) continue;
            // "from five to eight": the newer one.
            // "revised up to 72" states 72.
            var range = reading.Lexemes[i].Range is { Low: null, Best: null, High: { } top } && reading.Lower(i).StartsWith("up", StringComparison.Ordinal) ? CasualtyRange.Exactly(top) : reading.Lexemes[i].Range is { Best: null, High: { } high } && reading.Lower(i).StartsWith("from", StringComparison.Ordinal) ? CasualtyRange.Exactly(high) : reading.Lexemes[i].Range;
            var number = new PeoplePhrase(i, i + 1, range, i + 1, null, PeopleClass.Person, true);
            found = new Reported(new VictimGroup([number]), predicate.Category, "toll", CasualtyFlags.Total);
            if (reading.Lower(i - 1) is "to" or "at" or "reached" or "is" or "was" or "of" or "reaches" or "hit") break;
        }
        return found;
    }

    /// <summary>"no casualties were reported": nobody killed, nobody injured.</summary>
    public static IEnumerable<Reported> NoHarm(CasualtyReading reading, Predicate predicate)
    {
        if (!IsDenied(reading, predicate)) yield break;
        yield return new Reported(Nobody(predicate), CasualtyCategory.Killed, "denied", CasualtyFlags.Negated, CasualtyRange.Exactly(0));
        if (reading.Lower(predicate.From) != "loss") yield return new Reported(Nobody(predicate), CasualtyCategory.Injured, "denied", CasualtyFlags.Negated, CasualtyRange.Exactly(0));
    }

    private static bool IsDenied(CasualtyReading reading, Predicate predicate)
    {
        for (var i = predicate.From - 1; i >= 0 && predicate.From - i < 8; i--)
        {
            var word = reading.Lower(i);
            if (reading.Lexemes[i].IsQuantity) return reading.Lexemes[i].Range is { Low: 0, High: 0 };
            if (word is "without" or "no" or "not" or "n't" or "didn't" or "never" or "nor") return true;
            if (word is "," or ";" or "and" or "that") return false;
        }
        return false;
    }

    // A killing that people protest against or are tried for is not reported here for the first time.
    private static CasualtyFlags About(CasualtyReading reading, Predicate predicate)
    {
        for (var i = predicate.From - 1; i >= 0 && predicate.From - i < 6; i--)
        {
            if (reading.Lower(i) is "," or ";") break;
            if (Words.Topics.Contains(reading.Lower(i)) || reading.Lower(i) == "against" && predicate.From - i <= 2) return CasualtyFlags.Background;
        }
        return CasualtyFlags.None;
    }

    private static VictimGroup Nobody(Predicate predicate) =>
        new([new PeoplePhrase(predicate.From, predicate.To, CasualtyRange.Exactly(0), predicate.To, null, PeopleClass.Person, true)]);
}
