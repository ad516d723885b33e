using System.Runtime.CompilerServices;

namespace BorderWatch.Ingestion.Backfilling;

/// <summary>A folder of HTML and text files, read with all its folders.</summary>
internal static class FolderArchive
{
    /// <summary>A file that is larger holds no article.</summary>
    public const int MostBytes = 10_000_000;

    private static readonly string[] s_pages = [".html", ".htm", ".xhtml"];

    private static readonly string[] s_texts = [".txt", ".text"];

    /// <summary>The paths of its files within the folder, in order; hidden ones and those that links lead to are left out.</summary>
    public static IReadOnlyList<string> List(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        return [.. Directory.EnumerateFiles(folder, "*", options).Where(f => Is(f, s_pages) || Is(f, s_texts)).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads the files named.</summary>
    public static async IAsyncEnumerable<ArchivedPage> ReadAsync(string folder, IEnumerable<string> files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in files) yield return await ReadAsync(folder, file, cancellation);
    }

    private static async Task<ArchivedPage> ReadAsync(string folder, string file, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, file);
        try
        {
            if (new FileInfo(path).Length > MostBytes) return new ArchivedPage(file, null, null, [], false, $"The file is larger than {MostBytes / 1_000_000} MB.");
            return new ArchivedPage(file, null, null, await File.ReadAllBytesAsync(path, cancellation), Is(file, s_pages));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new ArchivedPage(file, null, null, [], false, $"The file cannot be read: {fault.Message}");
        }
    }

    private static bool Is(string file, string[] endings) => endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
