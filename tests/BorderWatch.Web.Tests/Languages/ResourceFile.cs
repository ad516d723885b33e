using System.Xml.Linq;

namespace BorderWatch.Web.Tests.Languages;

/// <summary>The resource files as they stand in the source.</summary>
internal static class ResourceFile
{
    /// <summary>The folder of the whole source.</summary>
    public static string Root { get; } = Find();

    /// <summary>The sources of the pages.</summary>
    public static string Web { get; } = Path.Combine(Root, "src", "BorderWatch.Web");

    /// <summary>A file's texts by their English words.</summary>
    public static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(Web, "Languages", file), LoadOptions.PreserveWhitespace).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value.TrimStart('~'), data => data.Element("value")!.Value);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BorderWatch.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("BorderWatch.sln is in no folder above the test.");
    }
}
