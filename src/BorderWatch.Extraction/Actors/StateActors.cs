using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>A country's army where only the country is named: "an Israeli air strike", "Myanmar's military", "Pakistan shelled …".</summary>
internal static class StateActors
{
    /// <summary>A weapon stands at most so many words after the nationality: "a Russian Kh-22 cruise missile".</summary>
    private const int Reach = 4;

    private static readonly Dictionary<string, string> Uses = Lexicon.Rows("army-words.tsv").ToDictionary(row => row[0], row => row[1]);

    /// <summary>Countries whose weapons are mostly those of an armed group.</summary>
    private static readonly HashSet<string> Divided = ["LB", "YE", "PS", "LY", "SO"];

    /// <summary>The mentions of the sentence that overlap none of <paramref name="known"/>.</summary>
    public static IEnumerable<ActorMention> Find(ActorReading reading, List<ActorMention> known)
    {
        var tokens = reading.Sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Owner(reading, tokens, i) is { } owner)
            {
                if (!known.Exists(other => other.Span.Overlaps(owner.Span))) yield return owner;
                continue;
            }
            if (!tokens[i].IsCapitalised) continue;
            if (Read(tokens, i) is not var (code, to, byWeapon) || ActorLexicon.ArmyOf(code) is not { } army) continue;
            var span = new TextSpan(tokens[i].Start, tokens[to - 1].End);
            if (known.Exists(other => other.Span.Overlaps(span))) continue;
            yield return new ActorMention(army.Name, army.Kind, code, ActorSort.Force, reading.Sentence.Index, span, reading.Words(span), reading.Sentence.InTitle,
                !byWeapon && reading.IsSpeaker(reading.LexemeAt(span.Start), reading.LexemeAt(span.End - 1) + 1), false)
            { IsByWeapon = byWeapon };
            i = to - 1;
        }
    }

    // "government drones", "army helicopters", "rebel shelling": whoever owns what struck.
    private static ActorMention? Owner(ActorReading reading, Sequence<Token> tokens, int i)
    {
        var (name, kind) = tokens[i].Lower switch
        {
            "government" or "regime" => ("government forces", ActorKind.State),
            "army" => ("army", ActorKind.State),
            "military" => ("military", ActorKind.State),
            "junta" => ("junta forces", ActorKind.State),
            "coalition" => ("coalition forces", ActorKind.External),
            "rebel" or "insurgent" or "militant" => (tokens[i].Lower + "s", ActorKind.Rebel),
            _ => (null, ActorKind.Unknown),
        };
        if (name is null || i + 1 >= tokens.Count || IsDone(tokens, i)) return null;
        var at = Use(tokens, i + 1) == "weapon" ? i + 1 : Use(tokens, i + 2) == "weapon" && tokens[i + 1].Lower is "air" or "fighter" or "helicopter" or "artillery" or "rocket" or "mortar" or "drone" or "missile" ? i + 2 : -1;
        // "military aircraft" fly, and "army helicopters" rescue: only with a word for a blow.
        if (at < 0 || tokens[at].Lower is "helicopter" or "aircraft" or "bombers" or "bomber" && !Strikes(tokens, at)) return null;
        var span = new TextSpan(tokens[i].Start, tokens[at].End);
        return new ActorMention(name, kind, null, kind is ActorKind.State or ActorKind.External ? ActorSort.Force : ActorSort.Generic, reading.Sentence.Index, span, reading.Words(span), reading.Sentence.InTitle, false, false) { IsByWeapon = true };
    }

    private static bool Strikes(Sequence<Token> tokens, int at)
    {
        for (var k = at + 1; k < Math.Min(tokens.Count, at + 4); k++)
            if (Use(tokens, k) == "deed" || tokens[k].Lower is "strafed" or "dropped") return true;
        return false;
    }

    private static (string Code, int To, bool ByWeapon)? Read(Sequence<Token> tokens, int i)
    {
        if (Nationalities.Adjective(tokens[i].Lower) is { } people && !IsOwner(tokens, i)) return Divided.Contains(people) || IsDone(tokens, i) ? null : Weapon(tokens, i) is { } weapon ? (people, weapon, true) : null;
        if (Nationalities.Country(tokens[i].Lower) is not { } country || i + 1 >= tokens.Count) return null;
        var next = i + 1;
        if (tokens[next].Lower is "'s" or "’s" || tokens[next].Lower is "'" or "’" && next + 1 < tokens.Count && tokens[next + 1].Lower == "s" && next++ > 0)
        {
            // "Russia's air force", "Myanmar's ruling military"
            for (var k = next + 1; k < Math.Min(tokens.Count, next + 3); k++)
                if (Use(tokens, k) == "force") return (country, k + 1, false);
                else if (tokens[k].Lower == "air" && k + 1 < tokens.Count && tokens[k + 1].Lower == "force") return (country, k + 2, false);
            return null;
        }
        if (Divided.Contains(country)) return null;
        // "Shells fired by Ukraine", and "Israel bombed …" where the sentence or the clause begins.
        if (i > 1 && tokens[i - 1].Lower == "by" && tokens[i - 2].Lower is "fired" or "launched" or "strike" or "strikes" or "airstrike" or "airstrikes" or "shelling") return (country, i + 1, true);
        var opens = i == 0 || tokens[i - 1].Lower is "," or "and" or "after" or "when" or "as" or "that" or "hours" or "while" or "but" or "\"" or "“";
        return opens && Use(tokens, next) == "deed" && !(tokens[next].Lower is "launched" or "carried" or "conducted" or "mounted" or "hit" or "fired" && !NamesWeapon(tokens, next)) ? (country, i + 1, true) : null;
    }

    private static bool IsOwner(Sequence<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Lower is "'s" or "’s" or "'" or "’";

    // "destroyed a Russian drone", "in retaliation for Israeli strikes": this time it is not theirs to do.
    private static bool IsDone(Sequence<Token> tokens, int i)
    {
        for (var k = i - 1; k >= Math.Max(0, i - 4); k--)
            if (tokens[k].Lower is "destroyed" or "intercepted" or "downed" or "down" or "captured" or "seized" or "retaliation" or "response" or "against" or "since" or "revenge" or "despite" or "supply" or "supplied" or "bought") return true;
        return false;
    }

    private static int? Weapon(Sequence<Token> tokens, int from)
    {
        for (var k = from + 1; k < Math.Min(tokens.Count, from + 1 + Reach); k++)
        {
            // "a Russian-made rocket": whose hand fired it is not said.
            if (tokens[k].Lower is "made" or "built" or "supplied" or "designed" or "backed" or "led" or "origin" or "style" or "type") return null;
            if (tokens[k].Lower == "air" && k + 1 < tokens.Count && tokens[k + 1].Lower == "force") return k + 2;
            if (Use(tokens, k) == "weapon") return k + 1 < tokens.Count && Use(tokens, k + 1) == "weapon" ? k + 2 : k + 1;
            if (tokens[k].Kind == TokenKind.Mark && tokens[k].Lower is not ("-" or "–") || tokens[k].Lower is "and" or "of" or "in" or "on" or "to" or "by" or "at" or "for" or "with" or "from" or "who" or "that" or "was" or "were" or "said" or "killed" || PeopleLexicon.IsPerson(tokens[k].Lower)) return null;
        }
        return null;
    }

    private static bool NamesWeapon(Sequence<Token> tokens, int verb)
    {
        for (var k = verb + 1; k < Math.Min(tokens.Count, verb + 7); k++)
            if (Use(tokens, k) == "weapon" || tokens[k].Lower is "air" or "rocket" or "attack" or "mortar") return true;
        return false;
    }

    private static string? Use(Sequence<Token> tokens, int i) => i < tokens.Count ? Uses.GetValueOrDefault(tokens[i].Lower) : null;
}
