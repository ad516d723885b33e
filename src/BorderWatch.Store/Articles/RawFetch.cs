using System.IO.Compression;

namespace BorderWatch.Store.Articles;

/// <summary>A page or feed as it was fetched, byte for byte, kept for a time so that it can be read again. Swept when it is old; no claim rests on it.</summary>
public sealed class RawFetch
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose it is.</summary>
    public Guid SourceId { get; init; }

    /// <summary>Where it came from in the end.</summary>
    public required string Address { get; init; }

    /// <summary>As the server named it; null where it did not.</summary>
    public string? ContentType { get; init; }

    /// <summary>SHA-256 of the bytes: the same ones of a source are kept once.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>How many bytes they are, unpacked.</summary>
    public int Length { get; init; }

    /// <summary>The bytes, packed with Brotli; see <see cref="Unpack"/>.</summary>
    public required byte[] Packed { get; init; }

    /// <summary>When they were last fetched, UTC.</summary>
    public DateTimeOffset FetchedAt { get; init; }

    /// <summary>The bytes as they came.</summary>
    public byte[] Unpack()
    {
        var bytes = new byte[Length];
        using var stream = new BrotliStream(new MemoryStream(Packed), CompressionMode.Decompress);
        stream.ReadExactly(bytes);
        return bytes;
    }
}
