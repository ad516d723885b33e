namespace BorderWatch.Store.Actors;

/// <summary>Names of somebody, apart from names of kinds of people ("border guards", "militants").</summary>
public static class ActorName
{
    /// <summary>True where the words can name somebody. Scripts without capitals do not tell; there the actor's kind alone does.</summary>
    public static bool IsOne(string words) => words.Any(char.IsUpper) || !words.Any(char.IsLower);
}
