using BorderWatch.Store.Views;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Timeline;

namespace BorderWatch.Web.Views;

internal static class ViewWords
{
    /// <summary>Where a view stands.</summary>
    public static TimelineAddress Address(ViewRow view) => new(view.Filter, view.LastDays);

    /// <summary>What a view asks for; what it names by id is not spelt out.</summary>
    public static string Filter(ViewRow view) => string.Join(Say.It(", "), FilterChip.Of(Address(view), null).Select(chip => chip.Label));
}
