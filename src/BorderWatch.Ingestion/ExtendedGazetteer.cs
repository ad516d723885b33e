using BorderWatch.Extraction.Places;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion;

/// <summary>The gazetteer that an administrator has extended, in the data folder.</summary>
public static partial class ExtendedGazetteer
{
    /// <summary>Where it lies in a data folder.</summary>
    public static string In(string dataFolder) => Path.Combine(dataFolder, "gazetteer.bin");

    /// <summary>Uses it where there is one; to be called before anything is extracted. One of another version is told of, and the built-in one used.</summary>
    public static void UseIfThere(string dataFolder, ILogger log)
    {
        var path = In(dataFolder);
        if (File.Exists(path) && !Gazetteer.Use(path)) LogOtherVersion(log, path);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} was made by another version and is not used: run \"borderwatch gazetteer\" again with the dumps")]
    private static partial void LogOtherVersion(ILogger log, string path);
}
