namespace BorderWatch.Ingestion.Datasets;

/// <summary>A row that cannot be taken over; the message says which column and what was expected.</summary>
internal sealed class DatasetRowException(string message) : Exception(message);
