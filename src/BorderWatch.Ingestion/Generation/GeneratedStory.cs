using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;

namespace BorderWatch.Ingestion.Generation;

/// <summary>What happened in a generated incident, before anybody reports it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Day">When.</param>
/// <param name="Where">The place that its reports name, how precisely, and in which words; null where none does.</param>
/// <param name="Perpetrator">Who did it.</param>
/// <param name="Target">Who was hit.</param>
/// <param name="Killed">People killed; null where nobody says.</param>
/// <param name="Injured">People injured; null where nobody says.</param>
internal sealed record GeneratedStory(
    GeneratedKind Kind, DateOnly Day, (Place Place, PlacePrecision Precision, string Words)? Where,
    Actor Perpetrator, Actor Target, int? Killed, int? Injured)
{
    /// <summary>The headline: at most one line.</summary>
    public string Headline => Fill(Kind.Headline).TrimEnd();

    /// <summary>Names put into a template; {day} stays.</summary>
    public string Fill(string template) => Sentence(template
        .Replace("{a}", Middle(Perpetrator), StringComparison.Ordinal)
        .Replace("{b}", Middle(Target), StringComparison.Ordinal)
        .Replace("{where}", Where?.Words ?? "", StringComparison.Ordinal)
        .Replace("  ", " ", StringComparison.Ordinal));

    /// <summary>A name inside a sentence: what is no proper name begins small.</summary>
    public static string Middle(Actor actor) => actor.Kind == ActorKind.Rebel ? actor.Name : char.ToLowerInvariant(actor.Name[0]) + actor.Name[1..];

    /// <summary>A number of people: most often none or few, now and then very many.</summary>
    public static int Toll(Random random, double scale) => (int)Math.Min(300, scale * (Math.Pow(1 - random.NextDouble(), -1 / 1.7) - 0.75));

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
