namespace BorderWatch.Store.Accounts;

/// <summary>How days are written on pages.</summary>
public enum DateForm
{
    /// <summary>"30 Nov 2026".</summary>
    Words,

    /// <summary>"2026-11-30".</summary>
    Numbers,

    /// <summary>The Solar Hijri calendar of Iran and Afghanistan: "9 Azar 1405".</summary>
    SolarHijri,
}
