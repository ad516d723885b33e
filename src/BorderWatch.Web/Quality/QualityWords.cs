using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Quality;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Quality;

/// <summary>Figures of quality in words.</summary>
public static class QualityWords
{
    /// <summary>A field's name.</summary>
    public static string Of(ClaimField field) => field switch
    {
        ClaimField.Kind => Say.It("Type"),
        ClaimField.Occurred => Say.It("Date"),
        ClaimField.Actor => Say.It("Actors"),
        _ => Say.Name(field.ToString()),
    };

    /// <summary>What became of it, behind a number of them: "changed".</summary>
    public static string Of(FieldOutcome outcome) => outcome switch
    {
        FieldOutcome.Left => Say.It("left"),
        FieldOutcome.Chosen => Say.It("chosen"),
        FieldOutcome.Changed => Say.It("changed"),
        FieldOutcome.Added => Say.It("added"),
        FieldOutcome.Removed => Say.It("removed"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>"87 % (81–92)", with the range that holds the true share with 95 % confidence; "7 of 9, few" where a share would say more than is known.</summary>
    public static string Of(Agreement agreement)
    {
        if (agreement.All == 0) return Say.It("none");
        if (agreement.IsSmall) return Say.It("{0} of {1}, few", agreement.Agreed, agreement.All);
        var (low, high) = agreement.Range();
        return Say.Apart(string.Create(CultureInfo.InvariantCulture, $"{Percent((double)agreement.Agreed / agreement.All)} % ({Math.Round(low * 100)}–{Math.Round(high * 100)})"));
    }

    // Never 100 where one was wrong, nor 0 where one was right.
    private static int Percent(double share) => share is > 0 and < 0.005 ? 1 : share is < 1 and > 0.995 ? 99 : (int)Math.Round(share * 100);
}
