using BorderWatch.Ingestion.Claims;

namespace BorderWatch.Ingestion.Datasets;

/// <summary>An incident as a dataset has it.</summary>
/// <param name="Id">The dataset's own identifier: the same record again is the same article.</param>
/// <param name="PublishedAt">When this version of the record was published; null where the dataset does not say.</param>
/// <param name="Title">One line, made of the record's own words.</param>
/// <param name="Text">The record, a line a column.</param>
/// <param name="Claims">What it says; each quote stands in the text.</param>
internal sealed record DatasetRecord(string Id, DateTimeOffset? PublishedAt, string Title, string Text, IReadOnlyList<DraftClaim> Claims);
