namespace BorderWatch.Web.Tags;

/// <summary>What pages say of tags.</summary>
internal static class TagWords
{
    /// <summary>The incidents that carry a tag.</summary>
    public static string Address(string tag) => $"/?tag={Uri.EscapeDataString(tag)}";
}
