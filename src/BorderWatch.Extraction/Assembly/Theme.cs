using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>What sort of story a clause can belong to.</summary>
internal enum Theme
{
    /// <summary>Words that fit every story: killed, injured, "the incident".</summary>
    Any,

    /// <summary>Attacks, bombs, battles.</summary>
    Violence,

    /// <summary>Abduction and sexual violence.</summary>
    Abduction,

    /// <summary>Protests, riots, mobs, arson.</summary>
    Crowd,

    /// <summary>Arrests, operations, weapons found.</summary>
    Police,

    /// <summary>Agreements, surrenders.</summary>
    Politics,
}

/// <summary>Which themes can be one story.</summary>
internal static class Themes
{
    public static Theme Of(TriggerFamily family) => family switch
    {
        TriggerFamily.Reference or TriggerFamily.Injury or TriggerFamily.Killing or TriggerFamily.BodyFound => Theme.Any,
        TriggerFamily.Abduction or TriggerFamily.Sexual => Theme.Abduction,
        TriggerFamily.Protest or TriggerFamily.Intervention or TriggerFamily.Riot or TriggerFamily.Mob or TriggerFamily.Destruction => Theme.Crowd,
        TriggerFamily.Arrest or TriggerFamily.Operation or TriggerFamily.Disruption => Theme.Police,
        TriggerFamily.Agreement or TriggerFamily.GroupChange => Theme.Politics,
        _ => Theme.Violence,
    };

    /// <summary>Above nought where the second continues a story of the first's kind; the lower, the less it can be the same.</summary>
    public static double Fit(TriggerFamily told, TriggerFamily telling)
    {
        var (a, b) = (Of(told), Of(telling));
        if (a == b) return a == Theme.Any ? 0 : told == telling ? 0.4 : AreOtherMeans(told, telling) ? -0.2 : 0.2;
        // A fire follows a bomb, a killing follows anything.
        if (a == Theme.Any || b == Theme.Any || telling == TriggerFamily.Destruction) return 0;
        return (a, b) switch
        {
            (Theme.Violence, Theme.Police) => 0,
            (Theme.Police, Theme.Violence) => 0,
            (Theme.Crowd, Theme.Police) => 0,
            (Theme.Abduction, Theme.Police) => 0,
            (Theme.Crowd, Theme.Violence) => telling is TriggerFamily.SuicideBomb or TriggerFamily.AirStrike ? -1 : 0,
            (Theme.Violence, Theme.Crowd) => -0.8,
            (Theme.Violence, Theme.Abduction) or (Theme.Abduction, Theme.Violence) => -0.6,
            (Theme.Politics, _) or (_, Theme.Politics) => -1.5,
            _ => -1,
        };
    }

    // A bomb is not a gunfight; "attack" may be either.
    private static bool AreOtherMeans(TriggerFamily told, TriggerFamily telling) => IsBlast(told) && IsFight(telling) || IsFight(told) && IsBlast(telling);

    private static bool IsBlast(TriggerFamily family) => family is TriggerFamily.Bomb or TriggerFamily.SuicideBomb or TriggerFamily.AirStrike;

    private static bool IsFight(TriggerFamily family) => family is TriggerFamily.Clash or TriggerFamily.Ambush;
}
