using BorderWatch.Store.Tokens;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Tokens;

/// <summary>Tokens in words.</summary>
internal static class TokenWords
{
    /// <summary>How long a token can be good for, as offered: days, none for no end.</summary>
    public static IReadOnlyList<(int? Days, string Words)> Lives => [(7, Say.It("{0} days", 7)), (30, Say.It("{0} days", 30)), (90, Say.It("{0} days", 90)), (365, Say.It("a year")), (null, Say.It("until it is revoked"))];

    /// <summary>What a scope lets a program do.</summary>
    public static string Of(TokenScopes scope) => scope switch
    {
        TokenScopes.Read => Say.It("ask for incidents, actors, places, regions and sources"),
        TokenScopes.Export => Say.It("take files"),
        TokenScopes.Rule => Say.It("confirm, reject, reopen and tag incidents"),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    /// <summary>"last used 3 h ago from 10.0.0.7" or "not used yet".</summary>
    public static string Use(TokenRow token, DateTimeOffset now) =>
        token.LastUsedAt is { } at ? Say.It("last used {0} from {1}", DateWords.Ago(at, now), token.LastUsedFrom ?? Say.It("an unknown address")) : Say.It("not used yet");

    /// <summary>Until when it is good.</summary>
    public static string End(TokenRow token, DateTimeOffset now) => token.ExpiresAt switch
    {
        null => Say.It("good until it is revoked"),
        { } end when end <= now => Say.It("ended on {0}", Day(end)),
        { } end => Say.It("good until {0}", Day(end)),
    };

    private static string Day(DateTimeOffset moment) => $"{DateWords.Day(DateWords.DayOf(moment))} {DateWords.Clock(moment)}";
}
