using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Web.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Learning;

/// <summary>What was learnt, in words.</summary>
public static class LearningWords
{
    /// <summary>"“Jalalabad” in Osh Wire is Jalalabad, Jalal-Abad, Kyrgyzstan".</summary>
    public static string Of(LearntRow row) => row.Kind switch
    {
        LearntKind.PlacePreference => Say.It("“{0}” in {1} is {2}", row.Subject, row.SourceName, row.Value is { } value ? ClaimWords.Of(value) : Say.It("not known")),
        LearntKind.ActorAlias => Say.It("“{0}” in articles in the language “{1}” is {2}", row.Subject, row.Language, row.Value is ClaimValue.Actor actor ? actor.Name : Say.It("not known")),
        _ => Name(row.Kind),
    };

    /// <summary>What a classifier tells.</summary>
    public static string Name(LearntKind kind) => kind switch
    {
        LearntKind.Relevance => Say.It("Whether a report is of an incident"),
        LearntKind.EventType => Say.It("What type an incident is of"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What is missing where a classifier could not be learnt.</summary>
    public static string Wants(LearntKind kind) => kind switch
    {
        LearntKind.Relevance => Say.It("Not learnt: it needs at least 10 incidents that were confirmed, and 10 that were rejected as no security incident."),
        LearntKind.EventType => Say.It("Not learnt: it needs at least two types that editors gave or confirmed in 10 incidents each."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What it does while it is on.</summary>
    public static string Does(LearntKind kind) => kind switch
    {
        LearntKind.PlacePreference => Say.It("Where it is on, later articles of the outlet are read so, unless their own words say where the place is."),
        LearntKind.ActorAlias => Say.It("Where it is on, later articles are read so, on the same quotations."),
        LearntKind.Relevance => Say.It("Where it is on, a report that it doubts gets a lower confidence. Nothing is left out."),
        LearntKind.EventType => Say.It("Where it is on, later articles get its type instead of the rules’."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>"3 of 3".</summary>
    public static string OfTested(int right, CrossValidation figures) => Say.It("{0:N0} of {1:N0}", right, figures.Tested);

    /// <summary>"0.25": how often chance parts the two so far; never 0.</summary>
    public static string Chance(CrossValidation figures) => figures.Chance() switch
    {
        < 0.001 => Say.It("under 0.001"),
        < 0.1 and var chance => chance.ToString("0.000", CultureInfo.InvariantCulture),
        var chance => chance.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>"83 % (71–91)"; "7 of 9, few" where a share would say more than is known.</summary>
    public static string Of(BetaPosterior held)
    {
        if (held.All < BetaPosterior.Least) return Say.It("{0} of {1}, few", held.Right, held.All);
        var (low, high) = held.Range();
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(held.Mean * 100)} % ({Math.Round(low * 100)}–{Math.Round(high * 100)})");
    }

    /// <summary>The incidents of at least so much confidence on the timeline.</summary>
    public static string Timeline(double confidence) => $"/?confidence={confidence.ToString(CultureInfo.InvariantCulture)}";
}
