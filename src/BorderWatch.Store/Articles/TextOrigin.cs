namespace BorderWatch.Store.Articles;

/// <summary>Where an article's text was taken from.</summary>
public enum TextOrigin
{
    /// <summary>The feed's item holds it.</summary>
    FeedItem,

    /// <summary>The article's page.</summary>
    Page,

    /// <summary>Somebody gave the text itself.</summary>
    Given,
}
