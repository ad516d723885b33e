namespace BorderWatch.Web.Map;

/// <summary>How far a map has come.</summary>
public enum MapState
{
    /// <summary>Its files are on their way.</summary>
    Opening,

    /// <summary>It stands.</summary>
    Open,

    /// <summary>The browser has no WebGL.</summary>
    CannotDraw,

    /// <summary>Its files did not come.</summary>
    Failed,
}
