using System.Text;
using QRCoder;

namespace BorderWatch.Web.Accounts;

/// <summary>A QR code as the path of a drawing; one unit is one module.</summary>
/// <param name="Size">Width and height, with its quiet border.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrPicture(int Size, string Path)
{
    /// <summary>An authenticator's key as the apps read it.</summary>
    public static QrPicture OfKey(string key, string email) =>
        Of($"otpauth://totp/BorderWatch:{Uri.EscapeDataString(email)}?secret={key}&issuer=BorderWatch&digits=6");

    private static QrPicture Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
            foreach (var (x, isDark) in row.Cast<bool>().Index())
                if (isDark) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new QrPicture(code.ModuleMatrix.Count, path.ToString());
    }
}
