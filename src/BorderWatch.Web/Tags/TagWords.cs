using BorderWatch.Store.Tags;

namespace BorderWatch.Web.Tags;

/// <summary>What pages say of tags.</summary>
internal static class TagWords
{
    /// <summary>The class that sets a tag's colour.</summary>
    public static string? Class(TagColour? colour) => colour is null ? null : $"bw-tag-{colour.ToString()!.ToLowerInvariant()}";

    /// <summary>The incidents that carry a tag.</summary>
    public static string Address(string tag) => $"/?tag={Uri.EscapeDataString(tag)}";
}
