namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>Where the pictures go that the tests take: the folder that <c>BORDERWATCH_SCREENSHOTS</c> names, else beside the tests.</summary>
internal static class Pictures
{
    /// <summary>The folder; it is there.</summary>
    public static string Folder => Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("BORDERWATCH_SCREENSHOTS") ?? Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
}
