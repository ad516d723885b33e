using System.Text.RegularExpressions;
using System.Xml.Linq;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Tests.Languages;

/// <summary>The resource files against the source: nothing that is said is missing in them, and they hold nothing that nobody says.</summary>
public sealed partial class TextsTests
{
    private static readonly string s_web = Path.Combine(Root(), "src", "BorderWatch.Web");

    public static TheoryData<string> Files => ["Texts.resx", "Texts.fa.resx"];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryText_StandsInEveryFile_AndNoOther(string file)
    {
        var (said, there) = (Said(), Texts(file).Keys.ToHashSet());
        Assert.Empty(said.Except(there));
        Assert.Empty(there.Except(said));
    }

    [Fact]
    public void Names_AreTheSameInEveryFile() => Assert.Equal(Texts("Names.resx").Keys.Order(), Texts("Names.fa.resx").Keys.Order());

    [Theory]
    [InlineData("Texts.fa.resx")]
    [InlineData("Names.fa.resx")]
    public void Placeholders_AreThoseOfTheEnglishText(string file) =>
        Assert.Empty(Texts(file).Where(text => !Placeholders(text.Key).SetEquals(Placeholders(text.Value))).Select(text => text.Key));

    [Theory]
    [InlineData("Texts.fa.resx")]
    [InlineData("Names.fa.resx")]
    public void Translations_AreNotTheEnglishText(string file) =>
        Assert.Empty(Texts(file).Where(text => text.Key == text.Value && Letters().IsMatch(Placeholder().Replace(text.Key, "")) && text.Key != "Asia/Dushanbe").Select(text => text.Key));

    [Fact]
    public void EventTypes_HaveNames() =>
        Assert.Empty(EventTaxonomy.Types.SelectMany(type => type.SubTypes.Append(type.Type)).Except(Texts("Names.fa.resx").Keys));

    [Fact]
    public void CountedNouns_HaveNames() =>
        Assert.Empty(Sources().SelectMany(source => Counted().Matches(source)).Select(match => match.Groups["noun"].Value).Distinct().Except(Texts("Names.fa.resx").Keys));

    private static HashSet<string> Said() =>
        [.. Sources().SelectMany(source => Call().Matches(source)).SelectMany(call => call.Groups["text"].Captures).Select(capture => Regex.Unescape(capture.Value))];

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(Path.Combine(s_web, "Languages", file), LoadOptions.PreserveWhitespace).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value.TrimStart('~'), data => data.Element("value")!.Value);

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(s_web, "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
        .Where(path => !Path.GetRelativePath(s_web, path).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(s_web, path).StartsWith("bin", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BorderWatch.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("BorderWatch.sln is in no folder above the test.");
    }

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
