using BorderWatch.Store.Search;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Web.Tests.Shell;

/// <summary>Plain words, and one key that is always wrong: what the language itself reads is tested over the store.</summary>
internal sealed class PlainSearch : ISearchLanguage, INameQuery
{
    public Task<SearchReading> ReadAsync(TimelineFilter filter, CancellationToken cancellation) =>
        Task.FromResult(new SearchReading(filter, filter.Text?.Contains("wrong:", StringComparison.Ordinal) == true ? ["Write something else than wrong:."] : []));

    public Task<IReadOnlyList<SearchCompletion>> CompleteAsync(string text, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SearchCompletion>>([new("actor:", "actor:", "took part"), new("after:", "after:", "from a day on")]);

    public Task<IReadOnlyList<NamedMatch>> FindAsync(NameKind kind, string typed, int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<NamedMatch>>([]);
}
