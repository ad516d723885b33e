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

    [Fact]
    public void StyleSheets_KnowNoLeftAndRight() =>
        Assert.Empty(House.SourceFiles(".css").Where(path => Sided().IsMatch(Read(path))));

    [Fact]
    public void Pages_LeaveDaysToTheReadersForm() =>
        Assert.Empty(House.SourceFiles(".cs", ".razor").Where(path => path.StartsWith("src/BorderWatch.Web/", StringComparison.Ordinal) && !s_forEverybody.Any(start => path.StartsWith(start, StringComparison.Ordinal)) && DayInWords().IsMatch(Read(path))));

    private static int LinesOf(string path) => File.ReadLines(Path.Combine(House.Root, path)).Count();

    private static string Read(string path) => File.ReadAllText(Path.Combine(House.Root, path));

    // DateWords itself, and what is the same for every reader.
    private static readonly string[] s_forEverybody = ["src/BorderWatch.Web/Words/DateWords.cs", "src/BorderWatch.Web/Briefs/", "src/BorderWatch.Web/Exports/", "src/BorderWatch.Web/Api/"];

    [GeneratedRegex(@"(margin|padding|border|inset)-(left|right)\b|text-align: *(left|right)|float: *(left|right)|(?<![-\w])(left|right):(?! *50%)")]
    private static partial Regex Sided();

    [GeneratedRegex("""ToString\("[^"]*MMM[^"]*"|\{[^{}"]*:[^{}"]*d MMM""")]
    private static partial Regex DayInWords();

    [GeneratedRegex("(Helper|Helpers|Manager|Utils|Util|Impl|Service|Services)$")]
    private static partial Regex KindOfClass();

    [GeneratedRegex(@"Thread\.Sleep\(|\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)")]
    private static partial Regex Blocking();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*(when\s*\([^{]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();
}
