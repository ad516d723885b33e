using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>What the words around a place's name say of it: that something happened there, or why it is named else.</summary>
internal static class PlaceContext
{
    /// <summary>Words that say that something was there.</summary>
    public static readonly HashSet<string> Locative = ["in", "at", "near", "outside", "inside", "along", "across", "around", "within", "of", "on", "into", "between", "through", "over", "off", "towards", "to", "'s", "’s"];

    private static readonly HashSet<string> FromIsHere = ["abducted", "kidnapped", "recovered", "arrested", "seized", "kilometres", "kilometers", "km", "miles", "away", "apart", "picked", "detained", "nabbed", "found", "distance", "captured", "apprehended"];

    // "A bomb went off outside the consulate in Jolo", "stormed the ministry in Bangui": what was hit is where it stands.
    public static bool IsAimedAt(SentenceFacts facts, int seat)
    {
        for (var i = seat - 1; i >= Math.Max(0, seat - 5); i--)
        {
            if (facts.Word(i) is "outside" or "near" or "opposite" or "on" or "against" or "stormed" or "attacked" or "hit" or "targeted" or "targeting" or "bombed" or "torched" or "shelled" or "raided" or "stoned" or "burned" or "ransacked" or "besieged" or "occupied" or "seized" or "looted" or "vandalised" or "vandalized" or "sacked" || facts.Word(i) == "of" && facts.Word(i - 1) == "front") return true;
            // "set fire to the annex of the embassy in …"
            if (facts.Word(i) == "of" && facts.Word(i - 1) is "annex" or "gate" or "gates" or "wall" or "walls" or "compound" or "premises" or "grounds" or "entrance" or "courtyard" or "roof" or "windows" or "building") { i--; seat = i; continue; }
            if (facts.Word(i) == "to" && facts.Word(i - 1) == "fire") return true;
            if (facts.Word(i) is "in" or "at" or "said" or "told" or "," or "by" or "to" or "from") return false;
        }
        return false;
    }

    // "fled towards the Indo-Bangladesh border"
    public static bool IsWayTo(SentenceFacts facts, int at)
    {
        var before = at - 1;
        while (facts.Word(before) is "-" or "–" or "/") before -= 2;
        if (facts.Word(before) == "the") before--;
        return facts.Word(before) is "towards" or "toward";
    }

    // "protested in Kaya against the killing of two men in Dori", "revenge for a killing in Dori": where the cause was.
    public static bool IsGrievance(SentenceFacts facts, int at, int near)
    {
        if (near < 0 || at - near < 3) return false;
        var isProtest = facts.Triggers.Exists(t => t.First == near && t.Family == Events.TriggerFamily.Protest);
        for (var i = near + 1; i < at; i++)
            if (facts.Word(i) is "against" or "revenge" or "retaliation" or "condemning" or "avenge" || facts.Word(i) == "over" && facts.Word(i + 1) is "the" or "a")
                return isProtest || facts.Triggers.Exists(t => t.First > i && t.First < at);
            else if (isProtest && (facts.Word(i) is "demanding" or "denouncing" or "opposing" or "protesting" || facts.Word(i) == "support" && facts.Word(i + 1) == "of" || facts.Word(i) == "solidarity" && facts.Word(i + 1) == "with" || facts.Word(i) == "demand" && facts.Word(i - 1) == "to")) return true;
        return false;
    }

    // "tightened patrols in Panjgur after an attack on the Iranian side of the border": what was done here, not what happened there.
    public static bool IsOnThisSide(SentenceFacts facts, int at, int near)
    {
        var after = near - 1;
        while (after > at && near - after < 5 && facts.Word(after) is not ("after" or "following" or "since")) after--;
        if (after <= at || facts.Word(after) is not ("after" or "following" or "since")) return false;
        for (var i = near; i < Math.Min(facts.Sentence.Tokens.Count - 2, near + 12); i++)
            if (facts.Word(i) == "side" && facts.Word(i + 1) == "of" && facts.Word(i + 2) is "the" or "their" && facts.Word(i - 1) is not ("this" or "own" or "the")) return true;
        return false;
    }

    // "Yemen's Houthis", "Somalia's al-Shabaab": whose they are, wherever they strike.
    public static bool OwnsGroup(SentenceFacts facts, int end)
    {
        var at = facts.TokenAt(end - 1) + 1;
        if (!(facts.Word(at) is "'s" or "’s")) at++;
        return facts.Word(at) is "'s" or "’s" or "s" && facts.Actors.Exists(a => a is { Sort: ActorSort.NamedGroup, IsParty: false } && facts.TokenAt(a.Span.Start) is var start && start > at - 3 && start - at <= 3);
    }

    private static readonly HashSet<string> Offices = ["president", "government", "prime", "minister", "ministry", "foreign", "interior", "defence", "defense", "parliament", "leader", "king", "ambassador", "embassy", "rulers", "junta"];

    // "Uganda's president said": where he rules, and not where it happened.
    public static bool OwnsOffice(SentenceFacts facts, int end)
    {
        var at = facts.TokenAt(end - 1) + 1;
        if (!(facts.Word(at) is "'s" or "’s")) at++;
        return facts.Word(at) is "'s" or "’s" or "s" && Offices.Contains(facts.Word(at + 1));
    }

    // "a US missionary group": of a country that has no adjective in the headlines.
    public static bool IsAdjective(SentenceFacts facts, int at, int last) =>
        facts.Word(at) is "us" or "u.s." or "uk" or "u.k." && facts.Word(at - 1) is "a" or "an" or "two" or "three" or "several" or "by" or "of" or "former" && last + 1 < facts.Sentence.Tokens.Count && facts.Sentence.Tokens[last + 1] is { Kind: TokenKind.Word, IsCapitalised: false } next
        && next.Lower is not ("and" or "or" or "on" or "in" or "at" or "to" or "after" or "when" or "as" or "where" or "by" or "said" or "has" or "have" or "was" or "were" or "is" or "for" or "with" or "that" or "from");

    public static bool IsWhereTheHurtAre(SentenceFacts facts, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 7); i--)
        {
            if (facts.Word(i) is "injured" or "wounded" or "bodies" or "dead" && facts.Word(at - 1) == "to") return true;
            if (facts.Word(i) is "hospitals" or "hospital" && facts.Word(i + 1) is "in" or "at" && facts.Word(i - 1) is not ("on" or "outside" or "against")) return true;
        }
        return false;
    }

    // "across the river", "across the Line of Control": on its other side. Across a town is all over it.
    public static bool IsAcross(SentenceFacts facts, int at) => facts.Word(at - 1) == "across" || facts.Word(at - 2) == "across" && facts.Word(at - 1) == "the";

    public static bool IsLocative(SentenceFacts facts, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            if (Locative.Contains(facts.Word(i))) return true;
            if (facts.Sentence.Tokens[i].Kind == TokenKind.Mark && facts.Word(i) is not ("," or "-" or "(")) return false;
        }
        return false;
    }

    public static bool FromHere(SentenceFacts facts, int at)
    {
        for (var i = at - 2; i >= Math.Max(0, at - 6); i--)
            if (FromIsHere.Contains(facts.Word(i))) return true;
        // "villagers from Kosti blocked the road"
        if (facts.Word(at - 2) is "residents" or "locals" or "villagers" or "youth" or "youths" or "students" or "farmers" or "workers" or "elders" or "people") return true;
        return false;
    }
}
