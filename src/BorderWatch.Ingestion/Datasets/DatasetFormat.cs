namespace BorderWatch.Ingestion.Datasets;

/// <summary>A dataset that can be taken over: how its file is known, and what a row of it says.</summary>
internal abstract class DatasetFormat
{
    /// <summary>Every dataset that is known.</summary>
    public static IReadOnlyList<DatasetFormat> All { get; } = [new AcledFormat(), new UcdpFormat()];

    /// <summary>The dataset's name: that of its source.</summary>
    public abstract string Name { get; }

    /// <summary>What the claims are marked with, with a version: "acled/1".</summary>
    public abstract string Reader { get; }

    /// <summary>The columns without which a file is not of this dataset.</summary>
    public abstract IReadOnlyList<string> Needed { get; }

    /// <summary>Reads a row.</summary>
    /// <exception cref="DatasetRowException">It cannot be read.</exception>
    public abstract DatasetRecord Read(DatasetRow row);
}
