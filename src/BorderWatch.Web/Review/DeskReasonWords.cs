using BorderWatch.Store.Desk;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Review;

/// <summary>Why an incident stands where it stands on the desk, in words.</summary>
public static class DeskReasonWords
{
    /// <summary>"on your watchlist Khorasan".</summary>
    public static string Of(DeskReason reason) => reason.Kind switch
    {
        DeskReasonKind.Watchlist => Say.It("on your watchlist {0}", reason.Name),
        DeskReasonKind.NewActor => Say.It("first incident with {0}", reason.Name),
        DeskReasonKind.NewProvince => Say.It("first incident in {0}", reason.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, null),
    };
}
