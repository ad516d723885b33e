using BorderWatch.Store.Tags;

namespace BorderWatch.Web.Tags;

/// <summary>What pages say of tags.</summary>
internal static class TagWords
{
    /// <summary>The style of a colour; MudBlazor has styles of the bare words.</summary>
    public static string? Class(TagColour? colour) => colour is null ? null : $"tag-{colour.ToString()!.ToLowerInvariant()}";

    /// <summary>The incidents that carry a tag.</summary>
    public static string Address(string tag) => $"/?tag={Uri.EscapeDataString(tag)}";
}
