using System.Globalization;
using BorderWatch.Store.Learning;
using BorderWatch.Web.Incidents;

namespace BorderWatch.Web.Learning;

/// <summary>What was learnt, in words.</summary>
public static class LearningWords
{
    /// <summary>"“Jalalabad” in Osh Wire is Jalalabad, Jalal-Abad, Kyrgyzstan".</summary>
    public static string Of(LearntRow row) => row.Kind switch
    {
        LearntKind.PlacePreference => $"“{row.Subject}” in {row.SourceName} is {(row.Value is { } value ? ClaimWords.Of(value) : "not known")}",
        _ => Name(row.Kind),
    };

    /// <summary>What a classifier tells.</summary>
    public static string Name(LearntKind kind) => kind switch
    {
        LearntKind.Relevance => "Whether a report is of an incident",
        LearntKind.EventType => "What type an incident is of",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What is missing where a classifier could not be learnt.</summary>
    public static string Wants(LearntKind kind) => kind switch
    {
        LearntKind.Relevance => "Not learnt: it needs at least 10 incidents that were confirmed, and 10 that were rejected as no security incident.",
        LearntKind.EventType => "Not learnt: it needs at least two types that editors gave or confirmed in 10 incidents each.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What it does while it is on.</summary>
    public static string Does(LearntKind kind) => kind switch
    {
        LearntKind.PlacePreference => "Where it is on, later articles of the outlet are read so, unless their own words say where the place is.",
        LearntKind.Relevance => "Where it is on, a report that it doubts gets a lower confidence. Nothing is left out.",
        LearntKind.EventType => "Where it is on, later articles get its type instead of the rules’.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>"3 of 3".</summary>
    public static string OfTested(int right, CrossValidation figures) => string.Create(CultureInfo.InvariantCulture, $"{right:N0} of {figures.Tested:N0}");

    /// <summary>"0.25": how often chance parts the two so far; never 0.</summary>
    public static string Chance(CrossValidation figures) => figures.Chance() switch
    {
        < 0.001 => "under 0.001",
        < 0.1 and var chance => chance.ToString("0.000", CultureInfo.InvariantCulture),
        var chance => chance.ToString("0.00", CultureInfo.InvariantCulture),
    };

    /// <summary>"83 % (71–91)"; "7 of 9, few" where a share would say more than is known.</summary>
    public static string Of(BetaPosterior held)
    {
        if (held.All < BetaPosterior.Least) return string.Create(CultureInfo.InvariantCulture, $"{held.Right} of {held.All}, few");
        var (low, high) = held.Range();
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(held.Mean * 100)} % ({Math.Round(low * 100)}–{Math.Round(high * 100)})");
    }

    /// <summary>The incidents of at least so much confidence on the timeline.</summary>
    public static string Timeline(double confidence) => $"/?confidence={confidence.ToString(CultureInfo.InvariantCulture)}";
}
