namespace BorderWatch.Store.Tags;

/// <summary>The colours that a tag can have: a few that can be read on every surface, in light and in dark.</summary>
public enum TagColour
{
    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Teal.</summary>
    Teal,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Olive.</summary>
    Olive,

    /// <summary>Amber.</summary>
    Amber,

    /// <summary>Red.</summary>
    Red,

    /// <summary>Pink.</summary>
    Pink,

    /// <summary>Violet.</summary>
    Violet,
}
