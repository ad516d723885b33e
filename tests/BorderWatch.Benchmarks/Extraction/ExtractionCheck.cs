using System.Diagnostics;
using System.Text.Json;
using BorderWatch.Extraction;

namespace BorderWatch.Benchmarks.Extraction;

/// <summary>
/// Measures the extractor on one core: articles and words a second, allocation, memory, and whether time grows with length alone.
/// Run: <c>dotnet run -c Release --project tests/BorderWatch.Benchmarks -- extract</c>. The articles are those that we wrote for the tests.
/// </summary>
internal static class ExtractionCheck
{
    private const int Articles = 300, Words = 600, Runs = 12;

    // So that the text passes for English, whatever follows.
    private const string English = "The men were in the town and it was said by all of them that they had been there for a week with the others.\n";

    private static readonly string[] Kinds = ["news", "killed ", "a", "(", "7 ", "Kabul, ", "fire - ", "\"Bomb \"", "attack on the ", "gunmen killed 3 in Kabul on Monday and ", "No one. "];

    public static int Run(string[] files)
    {
        var extractor = new IncidentExtractor();
        var texts = files.SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToArray();
        var articles = Enumerable.Range(0, Articles).Select(i => Article(texts, i)).ToArray();
        Throughput(extractor, articles);
        Console.WriteLine($"| memory of the process | {Environment.WorkingSet / 1e6:F0} MB, of it managed {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F0} MB |");
        foreach (var kind in Kinds) Length(extractor, kind == "news" ? string.Join(' ', texts) + "\n" : kind, kind.Trim());
        return 0;
    }

    private static void Throughput(IncidentExtractor extractor, ArticleText[] articles)
    {
        foreach (var article in articles) extractor.Extract(article);
        TimeSpan best = TimeSpan.MaxValue, busy = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (began, busyBefore) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            foreach (var article in articles) extractor.Extract(article);
            var (took, worked) = (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - busyBefore);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (took < best) best = took;
            if (worked < busy) busy = worked;
        }
        var words = articles.Sum(article => article.Text.Split(' ').Length);
        Console.WriteLine($"| articles of {Words} words | {articles.Length / best.TotalSeconds:F0} a second, {words / best.TotalSeconds:F0} words a second; by processor time {articles.Length / busy.TotalSeconds:F0} and {words / busy.TotalSeconds:F0} |");
        Console.WriteLine($"| allocation | {allocated / articles.Length / 1024:F0} kB an article |");
    }

    // The best of three, at three lengths: linear where each is about ten times the one before.
    private static void Length(IncidentExtractor extractor, string unit, string name)
    {
        var times = new List<double>();
        foreach (var length in new[] { 10_000, 100_000, 1_000_000 })
        {
            var text = English + string.Concat(Enumerable.Repeat(unit, length / unit.Length + 1))[..length];
            var best = double.MaxValue;
            for (var run = 0; run < 3; run++)
            {
                var began = Environment.CpuUsage.TotalTime;
                extractor.Extract(new ArticleText(text));
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
                if (best > 20_000) break;
            }
            times.Add(best);
        }
        Console.WriteLine($"| “{name}” | {times[0]:F1} ms for 10 kB, {times[1]:F1} for 100 kB, {times[2]:F0} for 1 MB |");
    }

    private static ArticleText Article(string[] texts, int number)
    {
        var text = "";
        for (var i = number; text.Split(' ').Length < Words; i++) text += texts[i * 7 % texts.Length] + "\n\n";
        return new ArticleText(string.Join(' ', text.Split(' ').Take(Words)), "A headline of a few words", new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
