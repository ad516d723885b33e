using BorderWatch.Web.Languages;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace BorderWatch.Web.Shell;

/// <summary>What MudBlazor's own parts are called for those who hear them, in the language of who reads. It asks for languages other than English only.</summary>
internal sealed class MudWords : MudLocalizer
{
    /// <inheritdoc />
    public override LocalizedString this[string key] => Find(key) is { } words ? new(key, words) : new(key, key, resourceNotFound: true);

    // Those of the parts that our pages have; another part of MudBlazor in a page needs its words here.
    private static string? Find(string key) => key switch
    {
        "MudDialog_Close" or "MudSnackbar_Close" => Say.It("Close"),
        "MudInput_Clear" => Say.It("Clear"),
        "MudFormComponent_Required" => Say.It("Required"),
        _ => null,
    };
}
