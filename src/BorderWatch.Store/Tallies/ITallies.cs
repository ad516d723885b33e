namespace BorderWatch.Store.Tallies;

/// <summary>Keeps what the database adds up beside the incidents: by day, by place, and for each region. A filter that asks for no more is answered from it.</summary>
public interface ITallies
{
    /// <summary>Folds the rows of each key into one, where more than a tenth of them could go. Readers see the same sums before and after.</summary>
    /// <returns>How many rows went.</returns>
    Task<int> FoldAsync(CancellationToken cancellation);

    /// <summary>Compares every sum with the incidents themselves, and the places of regions with what these are made of, at one moment.</summary>
    /// <returns>How many keys differ; 0 where all is well.</returns>
    Task<int> CheckAsync(CancellationToken cancellation);

    /// <summary>Counts everything anew. Nobody can change an incident meanwhile.</summary>
    Task RebuildAsync(CancellationToken cancellation);
}
