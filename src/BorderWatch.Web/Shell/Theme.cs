using MudBlazor;

namespace BorderWatch.Web.Shell;

/// <summary>Our colours and type on MudBlazor. Every text colour has at least 4.5:1 on the surfaces it stands on, in light and in dark.</summary>
public static class Theme
{
    private static readonly string[] s_fonts =
        ["-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "system-ui", "sans-serif"];

    /// <summary>The theme.</summary>
    public static MudTheme Borderwatch { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1d5b79",
            PrimaryContrastText = "#ffffff",
            Secondary = "#4d5d6b",
            SecondaryContrastText = "#ffffff",
            Tertiary = "#7a5a12",
            Info = "#1d5b79",
            Success = "#2c6b4a",
            Warning = "#8a5300",
            Error = "#a3302a",
            Dark = "#1b262f",
            Background = "#f4f6f7",
            BackgroundGray = "#eceff1",
            Surface = "#ffffff",
            TextPrimary = "#1b262f",
            TextSecondary = "#50606d",
            TextDisabled = "#80909c",
            ActionDefault = "#50606d",
            ActionDisabled = "#9aa7b1",
            ActionDisabledBackground = "#e6eaed",
            LinesDefault = "#dbe1e5",
            LinesInputs = "#8796a2",
            Divider = "#dbe1e5",
            DividerLight = "#e8ecef",
            TableLines = "#e3e8eb",
            TableHover = "#eef2f4",
            AppbarBackground = "#16222b",
            AppbarText = "#e6edf2",
            DrawerBackground = "#ffffff",
            DrawerText = "#1b262f",
            HoverOpacity = 0.06,
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7fc0df",
            PrimaryContrastText = "#0d1419",
            Secondary = "#a9b8c4",
            SecondaryContrastText = "#0d1419",
            Tertiary = "#e0bd6a",
            Info = "#7fc0df",
            Success = "#7cc79c",
            Warning = "#e8b061",
            Error = "#f0938b",
            ErrorContrastText = "#0d1419",
            Dark = "#0c1216",
            Background = "#10171c",
            BackgroundGray = "#0c1216",
            Surface = "#182128",
            TextPrimary = "#e2e9ee",
            TextSecondary = "#a3b2be",
            TextDisabled = "#6d7d89",
            ActionDefault = "#a3b2be",
            ActionDisabled = "#5b6974",
            ActionDisabledBackground = "#222d35",
            LinesDefault = "#2a363f",
            LinesInputs = "#6d7d89",
            Divider = "#2a363f",
            DividerLight = "#222d35",
            TableLines = "#27323a",
            TableHover = "#1e2930",
            AppbarBackground = "#0c1216",
            AppbarText = "#e2e9ee",
            DrawerBackground = "#182128",
            DrawerText = "#e2e9ee",
            HoverOpacity = 0.08,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = s_fonts, FontSize = ".875rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontSize = ".9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontSize = ".875rem", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontSize = ".875rem", FontWeight = "500", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontSize = ".8125rem", LetterSpacing = "normal" },
            H6 = new H6Typography { FontSize = "1.0625rem", FontWeight = "600", LetterSpacing = "normal" },
        },
    };
}
