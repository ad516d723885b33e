using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>One sentence as the actor rules see it.</summary>
internal sealed record ActorReading(Document Document, Sentence Sentence, Sequence<Lexeme> Lexemes)
{
    private static readonly HashSet<string> Statements = Lexicon.Words("statement-verbs.tsv");

    /// <summary>The lexeme's lower-case word; empty outside the sentence.</summary>
    public string Lower(int i) => i >= 0 && i < Lexemes.Count ? Lexemes[i].Lower : "";

    /// <summary>True where people are beaten to death: those who do so are vigilantes.</summary>
    public bool IsLynching => _isLynching ??= ReadLynching();

    private bool? _isLynching;

    private bool ReadLynching()
    {
        for (var i = 0; i < Lexemes.Count; i++)
        {
            if (Lexemes[i].Lower is "lynched" or "lynching" or "lynch" or "lynch-mob" or "lynch-mobs") return true;
            if (i + 2 >= Lexemes.Count || Lexemes[i].Lower is not ("beaten" or "beat" or "thrashed" or "beating" or "clobbered" or "bludgeoned" or "stoned" or "clubbed" or "burnt" or "burned" or "kicked" or "trampled")) continue;
            for (var k = i; k < Math.Min(i + 6, Lexemes.Count); k++)
                if (Lexemes[k].Lower == "death") return true;
        }
        return false;
    }

    public TextSpan Span(int from, int to) => new(Lexemes[from].Start, Lexemes[to - 1].End);

    /// <summary>The words of a span, line breaks made spaces.</summary>
    public string Words(TextSpan span)
    {
        var written = Document.Words(span.Start, span.End, Sentence.InTitle);
        return written.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : written;
    }

    /// <summary>True where the phrase speaks, or comments: "police said", "according to residents", "the Taliban expressed regret".</summary>
    public bool IsSpeaker(int from, int to)
    {
        if (Lower(from) is not "the" && Lower(from - 1) is "the") from--;
        if (Lower(from - 1) == "to" && Lower(from - 2) == "according") return true;
        if (Lower(from - 1) is "said" or "told" or "says" && Lower(to) is "," or "." or "" or "on" or "here" or "in") return true;
        if (Lower(from - 1) is "quoting" or "citing" or "quoted") return true;
        for (var i = to; i < Lexemes.Count && i - to < 6; i++)
        {
            // "a doctor in Jalrez, where the wounded were taken, said"
            if (Lower(i) == "," && Lower(i + 1) is "who" or "where" or "which" or "whose" && Resumes(i + 1) is { } after) (i, to) = (after, after);
            // "Seven people accused of planning it": no verb.
            if (i == to && Lower(i) is "accused" or "suspected" or "believed" or "called" && Lower(i + 1) is "of" or "to" or "by") return false;
            // "the commander, Colonel Anvar Rahimi, said"
            if (i == to && Lower(i) == "," && (Statements.Contains(Lower(i + 1)) || Lexemes[Math.Min(i + 1, Lexemes.Count - 1)].IsCapitalised && Resumes(i + 1) is { } said && said - i < 8 && Statements.Contains(Lower(said)))) return true;
            var word = Lower(i);
            // "The group claims it killed nine", "claimed to have shot down": who speaks of himself.
            if (word is "claimed" or "claims" or "said" or "says" && Lower(i + 1) is "it" or "they" or "that" && IsOwnDeed(i + 1)) return false;
            if (Statements.Contains(word)) return !(Lower(i - 1) is "was" or "were" or "been" or "are" or "is" or "be") && !(word is "claimed" && (Lower(i + 1) is "the" or "responsibility" || Lower(i + 2) is "responsibility")) && !(word is "claimed" or "claims" && Lower(i + 1) is "to" or "its") && !(word is "claims" && (Lower(i + 1) is "responsibility" || Lower(i + 2) is "responsibility"));
            // "police and hospital sources said"
            if (word == "and" && i == to && (Lower(i + 2) is "sources" or "officials" or "officers" or "workers" && Statements.Contains(Lower(i + 3)) || Lower(i + 1) is "medics" or "witnesses" or "residents" or "hospital" or "medical" or "local" or "doctors" or "officials" or "rescuers" && (Statements.Contains(Lower(i + 2)) || Statements.Contains(Lower(i + 3))))) { i += Statements.Contains(Lower(i + 2)) ? 1 : 2; continue; }
            if (word is "have" or "has" or "had" or "also" or "later" or "in" or "of" or "from" or "on" or "at" or "yesterday" or "today" or "chief" or "officials" or "sources" or "here" || Lexemes[i].IsCapitalised) continue;
            return false;
        }
        return false;
    }

    private bool IsOwnDeed(int i)
    {
        if (Lower(i) == "that") i++;
        if (!(Lower(i) is "it" or "they")) return false;
        i++;
        while (Lower(i) is "had" or "have" or "has" or "also") i++;
        return Lower(i) is "killed" or "shot" or "attacked" or "destroyed" or "captured" or "seized" or "carried" or "bombed" or "ambushed" or "fired" or "detonated" or "targeted" or "downed" or "hit" or "struck" or "executed" or "abducted" or "kidnapped" or "overran" or "repelled" or "planted" or "stormed";
    }

    // The lexeme after the comma that ends a relative clause; null where none does soon.
    private int? Resumes(int from)
    {
        for (var i = from; i < Lexemes.Count - 1 && i - from < 14; i++)
            if (Lower(i) == ",") return i + 1;
        return null;
    }

    public int LexemeAt(int offset)
    {
        for (var i = 0; i < Lexemes.Count; i++)
            if (offset < Lexemes[i].End) return i;
        return Lexemes.Count;
    }
}
