using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Quality;

namespace BorderWatch.Web.Quality;

/// <summary>Figures of quality in words.</summary>
public static class QualityWords
{
    /// <summary>A field's name.</summary>
    public static string Of(ClaimField field) => field switch
    {
        ClaimField.Kind => "Type",
        ClaimField.Occurred => "Date",
        ClaimField.Actor => "Actors",
        _ => field.ToString(),
    };

    /// <summary>"87 % (81–92)", with the range that holds the true share with 95 % confidence; "7 of 9, few" where a share would say more than is known.</summary>
    public static string Of(Agreement agreement)
    {
        if (agreement.All == 0) return "none";
        if (agreement.IsSmall) return string.Create(CultureInfo.InvariantCulture, $"{agreement.Agreed} of {agreement.All}, few");
        var (low, high) = agreement.Range();
        return string.Create(CultureInfo.InvariantCulture, $"{Percent((double)agreement.Agreed / agreement.All)} % ({Math.Round(low * 100)}–{Math.Round(high * 100)})");
    }

    // Never 100 where one was wrong, nor 0 where one was right.
    private static int Percent(double share) => share is > 0 and < 0.005 ? 1 : share is < 1 and > 0.995 ? 99 : (int)Math.Round(share * 100);
}
