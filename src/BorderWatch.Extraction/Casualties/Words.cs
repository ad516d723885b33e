using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Casualties;

/// <summary>The closed classes that the casualty rules look at; each is a row set of casualty-words.tsv.</summary>
internal static class Words
{
    private static readonly Dictionary<string, HashSet<string>> Sets = Lexicon.Rows("casualty-words.tsv")
        .GroupBy(row => row[0]).ToDictionary(group => group.Key, group => group.SelectMany(row => row[1].Split(' ')).ToHashSet());

    /// <summary>Forms of "be" and "get".</summary>
    public static readonly HashSet<string> Be = Sets["be"];

    /// <summary>Forms of "have".</summary>
    public static readonly HashSet<string> Have = Sets["have"];

    /// <summary>Modals, and verbs that make what follows a wish: "tried to".</summary>
    public static readonly HashSet<string> Modal = Sets["modal"];

    /// <summary>Adverbs that stand between a predicate and its people.</summary>
    public static readonly HashSet<string> Adverbs = Sets["adverb"];

    /// <summary>Words of time without a preposition: "Friday", "yesterday".</summary>
    public static readonly HashSet<string> Times = Sets["time"];

    /// <summary>Prepositions whose object is never a subject.</summary>
    public static readonly HashSet<string> Prepositions = Sets["preposition"];

    /// <summary>Words at which a clause begins: "that", "when", "said".</summary>
    public static readonly HashSet<string> Boundaries = Sets["boundary"];

    /// <summary>Finite verbs of news: a subject cannot stand beyond one.</summary>
    public static readonly HashSet<string> Verbs = Sets["verb"];

    /// <summary>Verbs of saying.</summary>
    public static readonly HashSet<string> Speech = Sets["speech"];

    /// <summary>Words of doubt: "reportedly", "feared".</summary>
    public static readonly HashSet<string> Hedges = Sets["hedge"];

    /// <summary>Words before a killing that is only talked about: "condemned", "accused of".</summary>
    public static readonly HashSet<string> Topics = Sets["topic"];

    /// <summary>Heads that name attackers.</summary>
    public static readonly HashSet<string> Attackers = Sets["attacker"];
}
