using System.Text.RegularExpressions;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Tests.Languages;

/// <summary>The resource files against the source: nothing that is said is missing in them, and they hold nothing that nobody says.</summary>
public sealed partial class TextsTests
{
    private static readonly string s_web = ResourceFile.Web;

    public static TheoryData<string> Files => ["Texts.resx", "Texts.fa.resx"];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryText_StandsInEveryFile_AndNoOther(string file)
    {
        var (said, there) = (Said(), ResourceFile.Texts(file).Keys.ToHashSet());
        Assert.Empty(said.Except(there));
        Assert.Empty(there.Except(said));
    }

    [Fact]
    public void Names_AreTheSameInEveryFile() => Assert.Equal(ResourceFile.Texts("Names.resx").Keys.Order(), ResourceFile.Texts("Names.fa.resx").Keys.Order());

    [Theory]
    [InlineData("Texts.fa.resx")]
    [InlineData("Names.fa.resx")]
    [InlineData("Sentences.fa.resx")]
    public void Placeholders_AreThoseOfTheEnglishText(string file) =>
        Assert.Empty(ResourceFile.Texts(file).Where(text => !Placeholders(text.Key).SetEquals(Placeholders(text.Value))).Select(text => text.Key));

    [Theory]
    [InlineData("Texts.fa.resx")]
    [InlineData("Names.fa.resx")]
    [InlineData("Sentences.fa.resx")]
    public void Translations_AreNotTheEnglishText(string file) =>
        Assert.Empty(ResourceFile.Texts(file).Where(text => text.Key == text.Value && Letters().IsMatch(Placeholder().Replace(text.Key, "")) && text.Key != "Asia/Dushanbe").Select(text => text.Key));

    [Fact]
    public void EventTypes_HaveNames() =>
        Assert.Empty(EventTaxonomy.Types.SelectMany(type => type.SubTypes.Append(type.Type)).Except(ResourceFile.Texts("Names.fa.resx").Keys));

    [Fact]
    public void CountedNouns_HaveNames() =>
        Assert.Empty(Sources().SelectMany(source => Counted().Matches(source)).Select(match => match.Groups["noun"].Value).Distinct().Except(ResourceFile.Texts("Names.fa.resx").Keys));

    private static HashSet<string> Said() =>
        [.. Sources().SelectMany(source => Call().Matches(source)).SelectMany(call => call.Groups["text"].Captures).Select(capture => Regex.Unescape(capture.Value))];

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(s_web, "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
        .Where(path => !Path.GetRelativePath(s_web, path).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(s_web, path).StartsWith("bin", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    // Say.It("…", Say.With("…" and Say.Count(number, "…", "…".
    [GeneratedRegex("""\bSay\.(?:(?:It|With)\(\s*"(?<text>(?:[^"\\]|\\.)*)"|Count\((?:[^()",]|\((?:[^()]|\([^()]*\))*\))*,\s*"(?<text>(?:[^"\\]|\\.)*)",\s*"(?<text>(?:[^"\\]|\\.)*)")""")]
    private static partial Regex Call();

    [GeneratedRegex("CountWords\\.Of\\(.*?, \"(?<noun>[a-z][a-z ]*)\"")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Letters();
}
