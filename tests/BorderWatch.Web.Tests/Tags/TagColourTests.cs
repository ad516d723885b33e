using System.Globalization;
using System.Text.RegularExpressions;
using BorderWatch.Store.Tags;
using BorderWatch.Web.Shell;

namespace BorderWatch.Web.Tests.Tags;

public sealed partial class TagColourTests
{
    private static readonly string s_sheet = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "shell.css"));

    public static MatrixTheoryData<TagColour, bool> Colours { get; } = new(Enum.GetValues<TagColour>(), [false, true]);

    [Theory]
    [MemberData(nameof(Colours))]
    public void Colour_CanBeReadOnEverySurface(TagColour colour, bool isDark)
    {
        // Each is said twice in the sheet: for light pages, then for dark ones.
        var said = Value().Matches(s_sheet).Where(match => match.Groups[1].Value == colour.ToString().ToLowerInvariant()).Select(match => match.Groups[2].Value).ToList();
        Assert.Equal(2, said.Count);
        MudBlazor.Palette palette = isDark ? Theme.Borderwatch.PaletteDark : Theme.Borderwatch.PaletteLight;

        foreach (var surface in (string[])[palette.Surface.Value, palette.Background.Value])
            Assert.InRange(Contrast(said[isDark ? 1 : 0], surface), 4.5, 21);
    }

    // WCAG 2.2, relative luminance and contrast ratio.
    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex("--bw-tag-([a-z]+): (#[0-9a-f]{6})")]
    private static partial Regex Value();
}
