using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;
using static BorderWatch.Extraction.Assembly.PlaceContext;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Chooses where an incident happened among the places that a text names.</summary>
internal static class PlaceChoice
{
    private static readonly HashSet<string> Seats = ["embassy", "embassies", "consulate", "ministry", "ambassador", "headquarters", "headquartered", "based", "hospital", "hospitals", "court",
        "officials", "official", "statement", "conference", "meeting", "talks", "summit", "office", "born", "native", "government", "police", "newspaper"];

    private static readonly HashSet<string> Offices = ["mayor", "governor", "bishop", "archbishop", "chief", "commander", "head", "president", "senator", "deputy", "councillor", "councilman", "native", "bureau", "university", "vicar", "prefect", "imam", "administrator", "commissioner", "priest", "pastor", "prosecutor", "magistrate", "lawmaker", "emir", "sheriff", "superintendent", "rector", "abbot", "mayors"];
    private static readonly HashSet<string> SpeechVerbs = ["said", "told", "announced", "reported", "learned", "learnt", "met", "meeting", "arrived", "visited", "spoke", "stated", "confirmed", "rushed", "shifted", "taken", "moved", "transferred", "airlifted", "admitted", "referred", "flown", "fled", "travelling", "traveling", "heading", "bound", "returning"];

    /// <summary>The best place of the clause, else of its sentence; null where it names none that fits.</summary>
    public static PlaceCandidate? InClause(EventMention mention)
    {
        var best = Best(mention.Facts, mention.Main.First, mention.Clause);
        return best is { Score: > 0 } ? best : null;
    }

    /// <summary>A headline over several reports: "Militants held in Ghazni, Logar and Zabul" says of none where it was.</summary>
    public static bool IsRoundUp(SentenceFacts facts)
    {
        if (!facts.Sentence.IsHeadline) return false;
        for (var i = 1; i < facts.Places.Count; i++)
        {
            var (one, other) = (facts.Places[i - 1], facts.Places[i]);
            if (one.Level is ToponymLevel.Country or ToponymLevel.Area || other.Level is ToponymLevel.Country or ToponymLevel.Area || one.Place.Admin1 is null || other.Place.Admin1 is null) continue;
            if (one.Place.Admin1 != other.Place.Admin1 && facts.TokenAt(other.Start) - facts.TokenAt(one.End - 1) == 2 && facts.Word(facts.TokenAt(other.Start) - 1) is "," or "and" or "&") return true;
        }
        return false;
    }

    /// <summary>"Shells fell on the post", after "a post in Rowza district": where the thing that was told before stands; null where none was told.</summary>
    public static PlaceCandidate? OfDefinite(EventMention mention, ArticleFacts article)
    {
        foreach (var thing in mention.Participants)
        {
            if (thing.Sort != ActorSort.Institution || mention.Facts.TokenAt(thing.Span.Start) is var at && mention.Facts.Word(at - 1) != "the" && mention.Facts.Word(at) != "the") continue;
            for (var index = mention.Sentence.Index - 1; index >= Math.Max(0, mention.Sentence.Index - 2); index--)
            {
                var before = article.Sentences[index];
                if (before.Sentence.InTitle) break;
                foreach (var told in before.Actors)
                {
                    if (told.Sort != ActorSort.Institution || Head(told) != Head(thing)) continue;
                    var end = before.TokenAt(told.Span.End - 1) + 1;
                    foreach (var toponym in before.Places)
                        if (before.TokenAt(toponym.Start) - end is 1 or 2 && before.Word(end) is "in" or "at" or "near" && toponym.Level is ToponymLevel.Settlement or ToponymLevel.Admin2 && !toponym.IsMeasure)
                            return new PlaceCandidate(toponym.Place, toponym.Level, new TextSpan(toponym.Start, toponym.End), false, 1);
                }
            }
        }
        return null;
    }

    private static string Head(ActorMention thing) => thing.Name.Split(' ')[^1].ToLowerInvariant();

    /// <summary>The best place of a sentence that tells nothing itself.</summary>
    public static PlaceCandidate? InSentence(SentenceFacts facts)
    {
        var best = Best(facts, -1, (0, facts.Sentence.Tokens.Count));
        // "U.S. advisers" and "the Atlantic plant" say nothing of where.
        if (best is { Level: ToponymLevel.Country } && (!StandsBehindIn(facts, best) || OwnsGroup(facts, best.Span.End) || OwnsOffice(facts, best.Span.End)) || best is { Level: ToponymLevel.Natural, Place: { Country: null, Precision: not PlacePrecision.Border } }) return null;
        return best is { Score: > 0.5 } ? best with { Score = best.Score * 0.8 } : null;
    }

    private static bool IsGenitive(SentenceFacts facts, int at) => facts.Word(at) == "'s" || facts.Word(at) is "'" or "’" && facts.Word(at + 1) == "s";

    private static bool StandsBehindIn(SentenceFacts facts, PlaceCandidate place)
    {
        var at = facts.TokenAt(place.Span.Start);
        return Locative.Contains(facts.Word(at - 1)) || facts.Word(at - 1) is "the" or "'s" or "northern" or "southern" or "eastern" or "western" or "central" || IsGenitive(facts, at + 1);
    }

    /// <summary>True where somebody holds an office of the place: "the mayor of Cali".</summary>
    public static bool IsOffice(SentenceFacts facts, TextSpan place) => facts.TokenAt(place.Start) is var at && facts.Word(at - 1) == "of" && Offices.Contains(facts.Word(at - 2));

    /// <summary>"The explosion occurred in …", "The clash took place near …": the place of what was told before; null where the sentence is none of these.</summary>
    public static PlaceCandidate? Stated(SentenceFacts facts)
    {
        if (facts.Word(0) is not ("the" or "this" or "these" or "both")) return null;
        for (var i = 1; i < Math.Min(9, facts.Sentence.Tokens.Count - 2); i++)
        {
            if (!(facts.Word(i) is "occurred" or "happened" or "began" or "started" || facts.Word(i) == "place" && facts.Word(i - 1) is "took" or "taken")) continue;
            if (!facts.Triggers.Exists(t => t.Last < i) && facts.Word(1) is not ("shooting" or "firing" or "fighting") || facts.Word(i + 1) is not ("in" or "at" or "near" or "on" or "outside")) return null;
            return Best(facts, i, (i, facts.Sentence.Tokens.Count));
        }
        return null;
    }

    private static PlaceCandidate? Best(SentenceFacts facts, int near, (int First, int End) clause)
    {
        PlaceCandidate? best = null;
        foreach (var toponym in facts.Places)
        {
            if (toponym.Level == ToponymLevel.Area || toponym.IsMeasure) continue;
            var score = Score(facts, toponym, near, clause);
            if (best is null || score > best.Score)
                best = new PlaceCandidate(toponym.Place, toponym.Level, new TextSpan(toponym.Start, toponym.End), facts.Sentence.InTitle, score);
        }
        return best is null ? null : WithinBorder(facts, FirstOfList(facts, Finest(facts, Foremost(facts, best, near, clause), near, clause)), near, clause);
    }

    // "in some districts, including Joypur and Natore": the first that is named, not the largest.
    private static PlaceCandidate FirstOfList(SentenceFacts facts, PlaceCandidate best)
    {
        if (best.Level is not (ToponymLevel.Settlement or ToponymLevel.Admin2 or ToponymLevel.Admin1) || best.Place.Precision == PlacePrecision.Border) return best;
        for (var k = facts.Places.FindIndex(p => p.Start == best.Span.Start) - 1; k >= 0; k--)
        {
            var one = facts.Places[k];
            var (after, at) = (facts.TokenAt(one.End - 1) + 1, facts.TokenAt(best.Span.Start));
            if (at - after != 1 || facts.Word(after) != "and" && !(facts.Word(after) == "," && best.Span.Start != facts.Places[k + 1].Start)) return best;
            if (one.IsMeasure || one.IsRoute || one.Place.Country != best.Place.Country || one.Place.Latitude is null || one.Level is not (ToponymLevel.Settlement or ToponymLevel.Admin2 or ToponymLevel.Admin1)) return best;
            // "between Jalrez and Maidan Shahr" is neither.
            if (facts.Word(facts.TokenAt(one.Start) - 1) == "between") return best;
            best = new PlaceCandidate(one.Place, one.Level, new TextSpan(one.Start, one.End), facts.Sentence.InTitle, best.Score);
        }
        return best;
    }

    // "near the border with Iraq in Baneh district": the district is where.
    private static PlaceCandidate WithinBorder(SentenceFacts facts, PlaceCandidate best, int near, (int First, int End) clause)
    {
        if (best.Place.Precision != PlacePrecision.Border) return best;
        foreach (var toponym in facts.Places)
        {
            var at = facts.TokenAt(toponym.Start);
            if (toponym.Level is ToponymLevel.Settlement or ToponymLevel.Admin2 && !toponym.IsMeasure && facts.Word(at - 1) == "in" && facts.Word(at - 2) is not ("officials" or "embassy" or "ministry" or "authorities" or "told") && Score(facts, toponym, near, clause) is > 1.5 and var score)
                return new PlaceCandidate(toponym.Place, toponym.Level, new TextSpan(toponym.Start, toponym.End), facts.Sentence.InTitle, score);
        }
        return best;
    }

    // "in Rosales, a locality in Cali": the smaller is named first.
    private static PlaceCandidate Foremost(SentenceFacts facts, PlaceCandidate best, int near, (int First, int End) clause)
    {
        if (best.Level != ToponymLevel.Settlement) return best;
        var at = facts.TokenAt(best.Span.Start);
        // "in Yala's Betong district": the district.
        var owned = facts.TokenAt(best.Span.End - 1) + 1;
        if (IsGenitive(facts, owned) && facts.Places.Find(p => facts.TokenAt(p.Start) is var start && start > owned && start - owned <= 4 && p.Level is ToponymLevel.Admin2 or ToponymLevel.Settlement && p.Place.Country == best.Place.Country && p.Place.Latitude is not null) is { } part)
            return new PlaceCandidate(part.Place, part.Level, new TextSpan(part.Start, part.End), facts.Sentence.InTitle, best.Score);
        foreach (var toponym in facts.Places)
        {
            var after = facts.TokenAt(toponym.End - 1) + 1;
            if (toponym.Level != ToponymLevel.Settlement || toponym.IsMeasure || after > at || at - after > 5 || toponym.Place.Country != best.Place.Country) continue;
            var score = Score(facts, toponym, near, clause);
            if (facts.Word(after) is "in" or "," or "of" or "(" && facts.Word(at - 1) is "in" or "of" or "," or "(" or "the" && !Enumerable.Range(after, at - after).Any(k => facts.Word(k) is "and" or "to") && score > 0.5 && score > best.Score - 1)
                return new PlaceCandidate(toponym.Place, toponym.Level, new TextSpan(toponym.Start, toponym.End), facts.Sentence.InTitle, Math.Max(score, best.Score));
        }
        return best;
    }

    // "in Sabari district, Khost province": the finest of those that lie in one another.
    private static PlaceCandidate Finest(SentenceFacts facts, PlaceCandidate best, int near, (int First, int End) clause)
    {
        foreach (var toponym in facts.Places)
        {
            if (toponym.Level == ToponymLevel.Area || toponym.Place == best.Place) continue;
            if (Fineness(toponym.Level) <= Fineness(best.Level) || !Contains(best, toponym.Place)) continue;
            // "Narathiwat's Bacho district": the owner is the larger, whatever else bears its name.
            if (toponym.End <= best.Span.Start && IsGenitive(facts, facts.TokenAt(toponym.End - 1) + 1)) continue;
            var score = Score(facts, toponym, near, clause);
            if (score > 0.5 && score > best.Score - 2.5)
                best = new PlaceCandidate(toponym.Place, toponym.Level, new TextSpan(toponym.Start, toponym.End), facts.Sentence.InTitle, Math.Max(score, best.Score));
        }
        return best;
    }

    private static bool Contains(PlaceCandidate outer, ExtractedPlace inner) =>
        outer.Place.Country == inner.Country && outer.Level switch
        {
            ToponymLevel.Country => true,
            ToponymLevel.Admin1 => outer.Place.Admin1 is null || outer.Place.Admin1 == inner.Admin1,
            ToponymLevel.Admin2 => outer.Place.Admin1 == inner.Admin1 && (inner.GeonameId is null || IsInDistrict(outer.Place, inner)),
            _ => false,
        };

    // Quetta is in Khuzdar's province, and not in its district.
    private static bool IsInDistrict(ExtractedPlace district, ExtractedPlace inner) =>
        inner.Admin2 is { } holder && NameKey.Of(holder).Contains(NameKey.Of(district.Name), StringComparison.Ordinal)
        || !(inner is { Latitude: { } la, Longitude: { } lo } && district is { Latitude: { } lb, Longitude: { } lob } && Math.Abs(la - lb) + Math.Abs(lo - lob) > 0.8);

    private static int Fineness(ToponymLevel level) => level switch
    {
        ToponymLevel.Settlement => 4,
        ToponymLevel.Admin2 => 3,
        ToponymLevel.Natural => 3,
        ToponymLevel.Admin1 => 2,
        ToponymLevel.Country => 1,
        _ => 0,
    };

    private static double Score(SentenceFacts facts, Toponym toponym, int near, (int First, int End) clause)
    {
        var at = facts.TokenAt(toponym.Start);
        var end = facts.TokenAt(toponym.End - 1);
        var score = at >= clause.First && at < clause.End ? 2.0 : 0.7;
        score += toponym.Level switch { ToponymLevel.Settlement => 1, ToponymLevel.Admin2 => 0.9, ToponymLevel.Natural => 0.6, ToponymLevel.Admin1 => 0.5, _ => 0 };
        // "in Rushan, near the border": the border only says where Rushan lies.
        if (toponym.Place.Precision == PlacePrecision.Border && !facts.Places.Exists(p => p.Level is ToponymLevel.Settlement or ToponymLevel.Admin2 && p.Place.Precision != PlacePrecision.Border
            && facts.TokenAt(p.Start) is var there && there >= clause.First && there < clause.End && facts.Word(there - 1) is "in" or "near" or "at" or "of")) score += 1;
        if (IsLocative(facts, at)) score += 1;
        // "the attack occurred in …": nothing says it more plainly.
        for (var i = at - 2; i >= Math.Max(0, at - 5); i--)
            if (facts.Word(i) is "occurred" or "happened" or "occurring" || facts.Word(i) == "place" && facts.Word(i - 1) is "took" or "taken" or "taking") { score += 1.5; break; }
        if (toponym.IsRoute) score -= 2;
        // "Bangui: Some thirty villagers …": where it was filed.
        if (at == 0 && facts.Word(end + 1) == ":" && facts.Places.Count > 1) score -= 2;
        // "a state bordering China", "fled towards the border": next to it, or not there yet.
        if (facts.Word(at - 1) is "bordering" or "borders" || facts.Word(at - 1) == "with" && facts.Word(at - 2) == "borders") score -= toponym.Level == ToponymLevel.Country ? 4 : 2;
        if (toponym.Place.Precision == PlacePrecision.Border && IsWayTo(facts, at)) score -= 3;
        // A place without a spot says less than one that has it.
        if (toponym.Place.Latitude is null) score -= 0.7;
        if (IsOffice(facts, new TextSpan(toponym.Start, toponym.End))) score -= facts.Word(end + 1) is "said" or "told" or "confirmed" or "reported" or "announced" or "says" ? 4 : 1.5;
        score -= near < 0 ? Math.Min(0.5, at / 100.0) : Math.Min(1.5, Math.Abs(at - near) / 25.0);
        if (IsOnThisSide(facts, at, near)) score -= 4;
        if (facts.Word(end + 1) is "embassy" or "consulate" && toponym.Level == ToponymLevel.Country) score -= 4;
        // "told AFP in Dakar"
        if (facts.Word(at - 1) == "in" && facts.Word(at - 2) is "afp" or "reuters" or "ap" or "efe" or "dpa" or "xinhua" or "itar-tass" or "interfax" or "ians" or "pti") score -= 5;
        if (IsGrievance(facts, at, near)) score -= 1.5;
        if (facts.Word(at - 1) == "from" && !FromHere(facts, at)) score -= 3;
        if (toponym.Level == ToponymLevel.Country && (OwnsGroup(facts, toponym.End) || IsAdjective(facts, at, end) || OwnsOffice(facts, toponym.End))) score -= 2.5;
        for (var i = at - 2; i >= Math.Max(0, at - 3); i--)
            if (Seats.Contains(facts.Word(i)) && facts.Word(at - 1) is "in" or "of" or "at" or "to") { if (IsAimedAt(facts, i)) break; score -= facts.Word(i).StartsWith("embass", StringComparison.Ordinal) || facts.Word(i) == "consulate" ? 4.5 : 2.5; break; }
        for (var i = at - 2; i >= Math.Max(0, at - 6); i--)
            if (facts.Word(i) is "officials" or "sources" or "doctors" or "police" or "spokesman" or "authorities" && facts.Word(at - 1) == "in" && i == at - 2 && facts.Word(end + 1) is "said" or "told" or "confirmed" or "reported") { score -= 4; break; }
            else if (SpeechVerbs.Contains(facts.Word(i)) && facts.Word(at - 1) is "in" or "at" or "to" or "for") { score -= facts.Word(i) is "learned" or "learnt" ? 4 : 2; break; }
        // "He accused Islamabad of shelling": a government.
        if (facts.Word(at - 1) is "accused" or "blamed" or "asked" or "urged" or "warned" or "told") score -= 4;
        // "took the injured to …", "in hospitals in … and …", "across the river from …"
        if (IsWhereTheHurtAre(facts, at) || toponym.Level is not (ToponymLevel.Settlement or ToponymLevel.Admin2) && IsAcross(facts, at)) score -= 4;
        if (facts.Word(end + 1) is "embassy" or "consulate" or "government" or "officials" or "authorities" or "ambassador" or "based" || facts.Word(end + 1) == "-" && facts.Word(end + 2) is "based" or "born" or "backed" or "led") score -= 3;
        var span = new TextSpan(toponym.Start, toponym.End);
        foreach (var actor in facts.Actors)
            // "Assam Rifles" are not all in Assam; a town's police are in the town.
            if (actor.Sort == ActorSort.Force && actor.Span.Overlaps(span) && !actor.Name.Contains("olice", StringComparison.Ordinal) && actor.Name.StartsWith(toponym.Name, StringComparison.Ordinal) && actor.Name.Length > toponym.Name.Length && toponym.Level != ToponymLevel.Country) score -= 4;
            else if (actor.Span.Overlaps(span)) score -= actor.IsByWeapon ? 5 : actor.Sort is ActorSort.NamedGroup or ActorSort.Person ? 3 : actor.Sort == ActorSort.Institution ? 0.5 : 1.2;
        return score;
    }
}
