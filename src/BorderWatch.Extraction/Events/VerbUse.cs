using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>Tells verbs from nouns and active from passive by the words beside them, without a parser.</summary>
internal static class VerbUse
{
    private static readonly HashSet<string> Determiners = ["a", "an", "the", "this", "that", "these", "those", "another", "any", "each", "every",
        "his", "her", "their", "its", "our", "my", "some", "several", "no", "of", "in", "for", "with", "separate", "similar", "such", "recent", "latest", "new", "first", "second", "major", "deadly", "fresh", "alleged", "armed", "violent", "massive", "heavy", "powerful", "'s", "’s"];

    private static readonly HashSet<string> BeForms = ["was", "were", "is", "are", "been", "being", "be", "got", "get", "getting"];

    private static readonly HashSet<string> AfterNoun = ["on", "in", "at", "against", "by", "that", "which", "near", "was", "were", "is", "are", "has", "have", "had", "occurred", "took", "killed", "kills", "left", "leaves", "between", "of", "as", "when", "targeting", "targeted", "happened", "broke", "erupted", "continued", "continues", "raged", "resumed", "flared", "intensified", "started", "began", "forced", "displaced", "spread", "across", "amid", "over", "from", "with"];

    private static readonly HashSet<string> AfterPassive = ["in", "by", "when", "as", "during", "near", "at", "on", "after", "while", "from", "outside", "inside", "along", "with", "to", "for",
        "and", "or", "but", ",", ".", ";", ")", "here", "there", "yesterday", "today", "early", "late", "over", "under", "around", "amid", "since", "last", "this", "earlier", "dead",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "following", "within", "between", "across", "due", "because", "!", "?", ":", "\"", "”"];

    private static readonly HashSet<string> Intransitive = ["explode", "go", "clash", "protest", "demonstrate", "march", "rally", "die", "perish", "surrender", "defect", "riot", "retaliate"];

    /// <summary>True where the token, a form of a word that is verb and noun, stands as a verb.</summary>
    public static bool IsVerb(Sequence<Token> tokens, int i)
    {
        var word = tokens[i].Lower;
        var before = i > 0 ? tokens[i - 1].Lower : "";
        var after = i + 1 < tokens.Count ? tokens[i + 1].Lower : "";
        if (word.EndsWith("ed", StringComparison.Ordinal) && word != "ied" || Inflection.IsIrregularPast(word) && !Determiners.Contains(before)) return true;
        if (word.EndsWith("ing", StringComparison.Ordinal))
            return BeForms.Contains(before) || !Determiners.Contains(before) && (!AfterNoun.Contains(after) || IsCount(tokens, i + 1)) && i + 1 < tokens.Count && tokens[i + 1].Kind != TokenKind.Mark;
        if (before is "to" or "who" or "they" or "we" or "he" or "she" or "it" or "not" or "will" or "would" or "could" or "may" or "might" or "can" or "must" or "should") return true;
        if (Determiners.Contains(before) || i > 0 && tokens[i - 1].Kind == TokenKind.Number) return false;
        if (AfterNoun.Contains(after) || i + 1 >= tokens.Count || tokens[i + 1].Kind == TokenKind.Mark) return false;
        // "Gunmen attack police post", "Militants storm the base": a plural before, an object after.
        return before.Length > 3 && (before[^1] == 's' || before is "gunmen" or "men" or "police" or "people" or "taliban") && word[^1] != 's'
            || word[^1] == 's' && i > 0 && tokens[i - 1].Kind == TokenKind.Word && before[^1] != 's' && (after is "a" or "an" or "the" || tokens[i + 1].Kind == TokenKind.Number || tokens[i + 1].IsCapitalised);
    }

    /// <summary>True where an article, a number or a kind of fire stands before a form that is no past tense: "the 2900 block of", "a house fire at".</summary>
    public static bool IsPlainNoun(Sequence<Token> tokens, int i)
    {
        var word = tokens[i].Lower;
        if (i == 0 || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || Inflection.IsIrregularPast(word)) return false;
        return tokens[i - 1].Kind == TokenKind.Number || tokens[i - 1].Lower is "a" or "an" or "the" or "this" or "that" or "his" or "her" or "their" or "another" or "escape" or "house" or "kitchen" or "apartment" or "forest" or "brush" or "grass" or "trailer" or "garage" or "electrical" or "small" or "large";
    }

    /// <summary>How the verb at <paramref name="first"/> … <paramref name="last"/> is used.</summary>
    public static TriggerVoice Voice(Sequence<Token> tokens, int first, int last, TriggerEntry entry)
    {
        if (Intransitive.Contains(entry.Parts[0].Base)) return TriggerVoice.Active;
        var word = tokens[first].Lower;
        if (word.EndsWith("ing", StringComparison.Ordinal)) return first > 0 && tokens[first - 1].Lower == "being" ? TriggerVoice.Passive : TriggerVoice.Active;
        for (int i = first - 1, steps = 0; i >= 0 && steps < 3; i--, steps++)
        {
            if (BeForms.Contains(tokens[i].Lower)) return TriggerVoice.Passive;
            if (!tokens[i].Lower.EndsWith("ly", StringComparison.Ordinal) && tokens[i].Lower is not ("also" or "reportedly" or "allegedly" or "then" or "not" or "all" or "both")) break;
        }
        var isParticiple = word.EndsWith("ed", StringComparison.Ordinal) || Inflection.IsIrregularPast(word) || word is "shot" or "slain" or "taken" or "beaten" or "hit" or "blown" or "burnt" or "held" or "hurt" or "set" or "thrown";
        if (!isParticiple) return TriggerVoice.Active;
        // "staged a march in", "blew himself up in": the object stands within, and nobody else did it.
        if (last > first && (entry.Family is TriggerFamily.Protest or TriggerFamily.Riot || tokens.Slice(first, last - first).Any(token => token.Lower is "himself" or "herself" or "themselves" or "itself"))) return TriggerVoice.Active;
        // "overran a border post in", "shot three of the attackers dead in": the object stands between the words of the phrase.
        if (last - first + 1 > entry.Parts.Count && tokens.Slice(first + 1, last - first - 1).Any(token => token.Kind == TokenKind.Number || token.Lower is "a" or "an" or "the" or "his" or "her" or "their" or "its")) return TriggerVoice.Active;
        // "hacked boys to death in": whom it befell stands within; "shot in the head dead" and "shot by guards dead" have nobody there.
        if (last - first + 1 > entry.Parts.Count && entry.Parts.Any(part => part.GapBefore) && entry.Family is TriggerFamily.Assault or TriggerFamily.Abduction or TriggerFamily.Shooting
            && tokens[first + 1] is { Kind: TokenKind.Word } within && within.Lower is not ("in" or "by" or "at" or "on" or "and" or "or" or "with" or "from" or "near" or "while" or "under" or "to" or "as" or "repeatedly" or "also" or "later" or "then" or "up" or "down") && !within.Lower.EndsWith("ly", StringComparison.Ordinal)) return TriggerVoice.Active;
        // "raked a bus with gunfire in": whom it hit stands before the means.
        if (entry.Parts is [_, .., { GapBefore: false } means] && means.Base is "fire" or "gunfire" or "bullets" or "rifles" or "weapons" or "guns" && entry.Parts.Any(part => part.Base == "with") && last - first + 1 > entry.Parts.Count) return TriggerVoice.Active;
        if (last + 1 >= tokens.Count) return TriggerVoice.Passive;
        // "open fire", "fire at": the phrase has its object within, what follows says nothing.
        if (entry.Parts.Count > 1 && entry.Parts[^1].Base is "fire" or "firing" or "shots" or "bomb" or "grenade" or "cocktail" or "rocket" or "mortar" or "stone" or "stones" || entry.Parts.Count > 1 && entry.Parts[^1].Base is "at" or "on" or "upon" or "into" or "for" && last + 1 < tokens.Count && tokens[last + 1].Lower is not ("in" or "by")) return TriggerVoice.Active;
        // "killed at least four", "as separatists attacked along the whole line"
        if (IsCount(tokens, last + 1) || first == last && IsSubordinate(tokens, first)) return TriggerVoice.Active;
        return AfterPassive.Contains(tokens[last + 1].Lower) ? TriggerVoice.Passive : TriggerVoice.Active;
    }

    // "at least 14", "as many as 20", "around 30": what follows the verb is how many, not where.
    private static bool IsCount(Sequence<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count) return false;
        var next = tokens[i + 1];
        return tokens[i].Lower switch
        {
            "at" => next.Lower is "least" or "most",
            "as" => next.Lower is "many" or "few",
            "to" => i > 0 && tokens[i - 1].Lower == "up",
            "over" or "around" or "under" or "between" => next.Kind == TokenKind.Number && (i + 2 >= tokens.Count || !tokens[i + 2].Lower.StartsWith('p') && !tokens[i + 2].Lower.StartsWith('a')),
            _ => false,
        };
    }

    // A conjunction, a subject of a few words and nothing that is a verb before this one: it is the clause's own.
    private static bool IsSubordinate(Sequence<Token> tokens, int verb)
    {
        if (tokens[verb].Lower is not ("attacked" or "advanced" or "raided" or "assaulted")) return false;
        for (var i = verb - 1; i >= Math.Max(0, verb - 7); i--)
        {
            if (tokens[i].Lower is "as" or "when" or "while" or "after" or "before" or "because") return verb - i > 1;
            if (tokens[i].Kind is not TokenKind.Word || BeForms.Contains(tokens[i].Lower) || tokens[i].Lower.EndsWith("ed", StringComparison.Ordinal) && tokens[i].Lower is not ("armed" or "allied" or "suspected" or "backed" or "unidentified" or "united")) return false;
        }
        return false;
    }
}
