using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>Which names the lexicon knows.</summary>
public static class KnownActors
{
    /// <summary>True where the whole name is one of a group, force or party of the lexicon, by any of its names.</summary>
    public static bool Has(string name)
    {
        var tokens = Tokenizer.Tokenize(name, 0, name.Length);
        return tokens.Count > 0 && ActorLexicon.At(tokens, 0) is var (_, next) && next == tokens.Count;
    }
}
