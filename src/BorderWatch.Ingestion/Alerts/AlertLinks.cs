namespace BorderWatch.Ingestion.Alerts;

/// <summary>Absolute addresses of pages, for those who read elsewhere.</summary>
internal static class AlertLinks
{
    public static string Rule(Uri site, Guid id) => On(site, $"alerts/{id}");

    public static string Incident(Uri site, Guid id) => On(site, $"incidents/{id}");

    private static string On(Uri site, string path) => $"{site.AbsoluteUri.TrimEnd('/')}/{path}";
}
