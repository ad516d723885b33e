using System.IO.Compression;
using System.Security.Cryptography;
using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Articles;

/// <summary>What was fetched, on its way to being kept. A feed's bytes are shared by all its articles, and packed when the first of them is new.</summary>
/// <param name="address">Where it came from in the end.</param>
/// <param name="contentType">As the server named it; null where it did not.</param>
/// <param name="body">The bytes.</param>
public sealed class RawBytes(string address, string? contentType, byte[] body)
{
    private const int LongestContentType = 200;

    private readonly Lazy<(byte[] Hash, byte[] Packed)> _packed = new(() => (SHA256.HashData(body), Pack(body)));

    /// <summary>Keeps them in the caller's transaction; the same bytes of a source are one row, kept from their last fetch on.</summary>
    internal async Task<Guid> KeepAsync(BorderWatchDbContext db, Guid source, DateTimeOffset now, CancellationToken cancellation)
    {
        var (hash, packed) = _packed.Value;
        var type = contentType is { } said ? StorableText.Of(said.Length <= LongestContentType ? said : said[..LongestContentType]) : null;
        var at = now.ToUniversalTime();
        return (await db.Database.SqlQuery<Guid>($"""
            INSERT INTO raw_fetches (id, source_id, address, content_type, hash, length, packed, fetched_at)
            VALUES ({Guid.CreateVersion7()}, {source}, {StorableText.Of(address)}, {type}, {hash}, {body.Length}, {packed}, {at})
            ON CONFLICT (source_id, hash) DO UPDATE SET fetched_at = EXCLUDED.fetched_at
            RETURNING id AS "Value"
            """).ToListAsync(cancellation)).Single();
    }

    private static byte[] Pack(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(body);
        return packed.ToArray();
    }
}
