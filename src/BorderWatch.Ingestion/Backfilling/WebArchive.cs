using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace BorderWatch.Ingestion.Backfilling;

/// <summary>Reads the pages of a web archive (WARC, ISO 28500), packed with gzip or not, one after another: an archive of any size takes the memory of one page.</summary>
internal static class WebArchive
{
    private const int LongestLine = 64 * 1024;

    private const int MostLines = 500;

    private const int MostBytes = 10_000_000;

    /// <summary>The HTML pages and plain texts that were answered with 200, in the order of the archive.</summary>
    /// <exception cref="InvalidDataException">It is no web archive, or breaks off; the message says where.</exception>
    public static async IAsyncEnumerable<ArchivedPage> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var records = new BufferedStream(await IsPackedAsync(file, cancellation) ? new GZipStream(file, CompressionMode.Decompress) : file, 128 * 1024);
        for (var number = 1; ; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await HeadersAsync(records, number, cancellation) is not { } headers) yield break;
            if (!long.TryParse(headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)) throw Broken(number, "does not say how long it is");
            var address = headers.GetValueOrDefault("warc-target-uri")?.Trim('<', '>');
            var isPage = headers.GetValueOrDefault("warc-type") is "response" && address is not null && headers.GetValueOrDefault("content-type")?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true;
            if (!isPage || length > MostBytes)
            {
                await SkipAsync(records, length, number, cancellation);
                if (isPage) yield return new ArchivedPage(address!, address, null, [], true, $"It is larger than {MostBytes / 1_000_000} MB.");
                continue;
            }
            var block = new byte[length];
            if (await records.ReadAtLeastAsync(block, block.Length, false, cancellation) < block.Length) throw Broken(number, "breaks off");
            if (Answer(address!, block) is { } page) yield return page;
        }
    }

    private static async Task<bool> IsPackedAsync(Stream file, CancellationToken cancellation)
    {
        var start = new byte[2];
        var read = await file.ReadAtLeastAsync(start, 2, false, cancellation);
        file.Seek(-read, SeekOrigin.Current);
        return start is [0x1F, 0x8B];
    }

    // Null at the end of the archive.
    private static async Task<Dictionary<string, string>?> HeadersAsync(Stream records, int number, CancellationToken cancellation)
    {
        string? line;
        do line = await LineAsync(records, number, cancellation);
        while (line is { Length: 0 });
        if (line is null) return null;
        if (!line.StartsWith("WARC/", StringComparison.Ordinal)) throw Broken(number, "does not begin with WARC/: this is no web archive");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var lines = 0; await LineAsync(records, number, cancellation) is { Length: > 0 } header; lines++)
        {
            if (lines > MostLines) throw Broken(number, "has too many lines at its head");
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0) headers.TryAdd(header[..colon].Trim(), header[(colon + 1)..].Trim());
        }
        return headers;
    }

    private static async Task<string?> LineAsync(Stream records, int number, CancellationToken cancellation)
    {
        var (line, one) = (new List<byte>(80), new byte[1]);
        while (await records.ReadAsync(one, cancellation) == 1)
        {
            if (one[0] == '\n') return Text(line);
            line.Add(one[0]);
            if (line.Count > LongestLine) throw Broken(number, "has a line without an end");
        }
        return line.Count == 0 ? null : Text(line);

        static string Text(List<byte> line) => Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    private static async Task SkipAsync(Stream records, long length, int number, CancellationToken cancellation)
    {
        var part = new byte[81920];
        while (length > 0)
        {
            var read = await records.ReadAsync(part.AsMemory(0, (int)Math.Min(part.Length, length)), cancellation);
            if (read == 0) throw Broken(number, "breaks off");
            length -= read;
        }
    }

    // The server's answer as it came over the wire; null where it is no page.
    private static ArchivedPage? Answer(string address, byte[] block)
    {
        var end = block.AsSpan().IndexOf("\r\n\r\n"u8);
        var gap = 4;
        if (end < 0) (end, gap) = (block.AsSpan().IndexOf("\n\n"u8), 2);
        if (end < 0) return null;
        var lines = Encoding.Latin1.GetString(block, 0, end).Split('\n', StringSplitOptions.TrimEntries);
        if (lines[0].Split(' ') is not [_, "200", ..]) return null;
        var headers = lines.Skip(1).Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries)).Where(l => l.Length == 2)
            .GroupBy(l => l[0], StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First()[1], StringComparer.OrdinalIgnoreCase);
        var type = headers.GetValueOrDefault("content-type");
        var isHtml = type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);
        if (!isHtml && type?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) != true) return null;
        try
        {
            var body = block[(end + gap)..];
            if (headers.GetValueOrDefault("transfer-encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true) body = Unchunked(body);
            return new ArchivedPage(address, address, type, Unpacked(body, headers.GetValueOrDefault("content-encoding")), isHtml);
        }
        catch (InvalidDataException)
        {
            return new ArchivedPage(address, address, type, [], isHtml, "Its bytes in the archive are damaged, or unpack to too much.");
        }
    }

    // Some archives keep the chunks, some have taken them away and kept the header.
    private static byte[] Unchunked(byte[] body)
    {
        using var whole = new MemoryStream(body.Length);
        var at = 0;
        while (body.AsSpan(at).IndexOf((byte)'\n') is >= 0 and var line)
        {
            var size = Encoding.ASCII.GetString(body, at, line).Trim().Split(';')[0];
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0 || length > body.Length - at - line - 1) return at == 0 ? body : throw new InvalidDataException();
            at += line + 1;
            if (length == 0) return whole.ToArray();
            whole.Write(body, at, length);
            at += length;
            if (at < body.Length && body[at] == '\r') at++;
            if (at < body.Length && body[at] == '\n') at++;
        }
        return at == 0 ? body : throw new InvalidDataException();
    }

    private static byte[] Unpacked(byte[] body, string? encoding)
    {
        using Stream? packed = encoding?.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when body is [0x1F, 0x8B, ..] => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            "deflate" => new ZLibStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => null,
        };
        if (packed is null) return body;
        using var whole = new MemoryStream();
        var part = new byte[81920];
        try
        {
            for (int n; (n = packed.Read(part)) > 0;)
            {
                whole.Write(part, 0, n);
                if (whole.Length > MostBytes) throw new InvalidDataException();
            }
        }
        catch (InvalidOperationException)
        {
            throw new InvalidDataException(); // what Brotli says of damaged data
        }
        return whole.ToArray();
    }

    private static InvalidDataException Broken(int number, string what) => new($"Record {number} of the archive {what}.");
}
