using System.Reflection;

namespace BorderWatch.Testing;

/// <summary>Where the repository is that the tests were built from.</summary>
public static class RepositoryFolder
{
    public static string Path { get; } = typeof(RepositoryFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;
}
