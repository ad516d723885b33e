using System.Buffers;
using System.IO.Compression;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>Reads a response's body with a limit on what arrives and on what it unpacks to, while it streams.</summary>
internal static class BoundedBody
{
    /// <summary>The bytes; null where there are more than <paramref name="most"/> before or after decompression.</summary>
    /// <exception cref="InvalidDataException">The compressed data are damaged, or compressed in a way that is not known.</exception>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int most, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > most) return null;
        await using var raw = await content.ReadAsStreamAsync(cancellation);
        var packed = await CopyAsync(raw, most, cancellation);
        // A server may compress several times over; each layer is bounded, and three are more than any honest one uses.
        var layers = content.Headers.ContentEncoding.Where(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase)).Reverse().ToList();
        if (layers.Count > 3) throw new InvalidDataException("more than three layers of compression");
        foreach (var layer in layers)
        {
            if (packed is null) return null;
            await using var unpacking = Unpacking(layer.ToLowerInvariant(), packed);
            packed = await CopyAsync(unpacking, most, cancellation);
        }
        return packed;
    }

    private static Stream Unpacking(string encoding, byte[] packed)
    {
        var bytes = new MemoryStream(packed, writable: false);
        return encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            // "deflate" means zlib, but some servers send the bare deflate stream.
            "deflate" when packed is [0x78, ..] => new ZLibStream(bytes, CompressionMode.Decompress),
            "deflate" => new DeflateStream(bytes, CompressionMode.Decompress),
            var other => throw new InvalidDataException($"compressed as “{other}”"),
        };
    }

    private static async Task<byte[]?> CopyAsync(Stream from, int most, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var into = new MemoryStream();
            int read;
            while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
            {
                if (into.Length + read > most) return null;
                await into.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            return into.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
