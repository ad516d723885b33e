using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BorderWatch.Store;

/// <summary>Writes an instant in UTC, whatever offset an outlet gave it: <c>timestamptz</c> keeps instants, not offsets.</summary>
internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => instant.ToUniversalTime(), instant => instant);
