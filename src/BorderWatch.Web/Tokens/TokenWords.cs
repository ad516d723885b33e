using System.Globalization;
using BorderWatch.Store.Tokens;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Tokens;

/// <summary>Tokens in words.</summary>
internal static class TokenWords
{
    /// <summary>How long a token can be good for, as offered: days, none for no end.</summary>
    public static IReadOnlyList<(int? Days, string Words)> Lives { get; } = [(7, "7 days"), (30, "30 days"), (90, "90 days"), (365, "a year"), (null, "until it is revoked")];

    /// <summary>What a scope lets a program do.</summary>
    public static string Of(TokenScopes scope) => scope switch
    {
        TokenScopes.Read => "ask for incidents, actors, places, regions and sources",
        TokenScopes.Export => "take files",
        TokenScopes.Rule => "confirm, reject, reopen and tag incidents",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    /// <summary>"last used 3 h ago from 10.0.0.7" or "not used yet".</summary>
    public static string Use(TokenRow token, DateTimeOffset now) =>
        token.LastUsedAt is { } at ? $"last used {DateWords.Ago(at, now)} from {token.LastUsedFrom ?? "an unknown address"}" : "not used yet";

    /// <summary>Until when it is good.</summary>
    public static string End(TokenRow token, DateTimeOffset now) => token.ExpiresAt switch
    {
        null => "good until it is revoked",
        { } end when end <= now => $"ended on {Day(end)}",
        { } end => $"good until {Day(end)}",
    };

    private static string Day(DateTimeOffset moment) => moment.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
