using System.Text.RegularExpressions;

namespace BorderWatch.Architecture.Tests;

/// <summary>How the code reads, as far as a machine can tell.</summary>
public sealed partial class StyleTests
{
    [Fact]
    public void FileNames_AreOfTheField() =>
        Assert.Empty(House.SourceFiles(".cs", ".razor").Where(path => KindOfClass().IsMatch(Path.GetFileNameWithoutExtension(path))));

    [Fact]
    public void Files_AreUnder300Lines() =>
        Assert.Empty(House.SourceFiles(".cs").Where(path => LinesOf(path) >= 300));

    [Fact]
    public void RazorFiles_AreUnder150Lines() =>
        Assert.Empty(House.SourceFiles(".razor").Where(path => LinesOf(path) >= 150));

    [Fact]
    public void Program_IsATableOfContents() =>
        Assert.All(House.SourceFiles(".cs").Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith("/Program.cs", StringComparison.Ordinal)),
            path => Assert.InRange(LinesOf(path), 1, 60));

    [Fact]
    public void Nothing_Blocks() =>
        Assert.Empty(House.SourceFiles(".cs", ".razor").Where(path => !path.EndsWith("StyleTests.cs", StringComparison.Ordinal) && Blocking().IsMatch(Read(path))));

    [Fact]
    public void NoException_IsSwallowed() =>
        Assert.Empty(House.SourceFiles(".cs", ".razor").Where(path => EmptyCatch().IsMatch(Read(path))));

    [Fact]
    public void Pages_NeverRenderTextAsMarkup() =>
        Assert.Empty(House.SourceFiles(".cs", ".razor").Where(path => path.StartsWith("src/BorderWatch.Web/", StringComparison.Ordinal) && Read(path).Contains("MarkupString", StringComparison.Ordinal)));

    private static int LinesOf(string path) => File.ReadLines(Path.Combine(House.Root, path)).Count();

    private static string Read(string path) => File.ReadAllText(Path.Combine(House.Root, path));

    [GeneratedRegex("(Helper|Helpers|Manager|Utils|Util|Impl|Service|Services)$")]
    private static partial Regex KindOfClass();

    [GeneratedRegex(@"Thread\.Sleep\(|\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)")]
    private static partial Regex Blocking();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*(when\s*\([^{]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();
}
