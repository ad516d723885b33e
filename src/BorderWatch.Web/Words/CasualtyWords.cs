using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>Counts of people as a row shows them: never firmer than the reports are.</summary>
public static class CasualtyWords
{
    /// <summary>What stands where no report gives a number, which is not zero.</summary>
    public static string NotSaid => Say.It("not said");

    /// <summary>Short: "3", "13+", "5–8", "up to 8", "about 30", "5 (3–8)", "none", or <see cref="NotSaid"/>.</summary>
    public static string Short(CasualtyCount count) => (count.Low, count.Best, count.High) switch
    {
        (null, null, null) => NotSaid,
        (0 or null, 0, 0 or null) => Say.It("none"),
        ({ } low, { } best, { } high) when low == best && best == high => $"{best}",
        (null, { } best, null) => Say.It("about {0}", best),
        ({ } low, { } best, null) when low == best => Say.Apart($"{best}+"),
        ({ } low, { } best, null) => Say.Apart($"{best} ({low}+)"),
        (var low, { } best, { } high) => Say.Apart($"{best} ({low ?? 0}–{high})"),
        (null or 0, null, { } high) => Say.It("up to {0}", high),
        ({ } low, null, null) => Say.Apart($"{low}+"),
        ({ } low, null, { } high) => low == high ? $"{low}" : Say.Apart($"{low}–{high}"),
    };

    /// <summary>A sentence for readers who listen: "at least 13 killed", "5 to 8 injured", "killed: not said".</summary>
    public static string Spoken(CasualtyCount count, string what) => (count.Low, count.Best, count.High) switch
    {
        (null, null, null) => Say.It("{0}: {1}", Say.Name(what), NotSaid),
        (0 or null, 0, 0 or null) => Say.It("none {0}", Say.Name(what)),
        ({ } low, null, null) => Say.It("at least {0} {1}", low, Say.Name(what)),
        (null, null, { } high) => Say.It("up to {0} {1}", high, Say.Name(what)),
        ({ } low, null, { } high) => low == high ? Say.It("{0} {1}", low, Say.Name(what)) : Say.It("{0} to {1} {2}", low, high, Say.Name(what)),
        (null, { } best, null) => Say.It("about {0} {1}", best, Say.Name(what)),
        (var low, { } best, var high) when (low ?? best) == best && (high ?? best) == best =>
            low is not null && high is null ? Say.It("{0} or more {1}", best, Say.Name(what)) : Say.It("{0} {1}", best, Say.Name(what)),
        (var low, { } best, var high) => Say.It("probably {0} {1}, {2}", best, Say.Name(what), string.Join(Say.It(", "), new[] { low is null ? null : Say.It("at least {0}", low), high is null ? null : Say.It("at most {0}", high) }.OfType<string>())),
    };
}
