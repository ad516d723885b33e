using System.Text.Json;

namespace BorderWatch.Ingestion.Demo;

/// <summary>An invented outlet, as <c>Demo/Feeds/outlets.json</c> lists it.</summary>
/// <param name="File">Its feed's file, beside the list.</param>
/// <param name="Name">Its name, which says that it is a demo.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
internal sealed record DemoOutlet(string File, string Name, string CountryCode)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Where the feeds that come with the program lie.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo", "Feeds");

    /// <summary>The outlet's feed as an absolute path.</summary>
    public string FeedPath => Path.Combine(Folder, File);

    /// <summary>Every invented outlet.</summary>
    public static async Task<IReadOnlyList<DemoOutlet>> ListAsync(CancellationToken cancellation)
    {
        await using var list = System.IO.File.OpenRead(Path.Combine(Folder, "outlets.json"));
        return await JsonSerializer.DeserializeAsync<List<DemoOutlet>>(list, Json, cancellation) ?? [];
    }
}
