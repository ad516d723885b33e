using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace BorderWatch.Benchmarks.Ingestion;

/// <summary>How fast PostgreSQL itself takes the same rows when nothing is read, matched or derived: the limit.</summary>
internal static class CopyRate
{
    private const int Articles = 10_000;

    // What one article writes, and how the first articles' rows are found.
    private static readonly (string Table, string Which)[] Tables =
    [
        ("articles", "id IN (SELECT id FROM articles ORDER BY id LIMIT {0})"),
        ("article_revisions", "article_id IN (SELECT id FROM articles ORDER BY id LIMIT {0})"),
        ("reports", "article_id IN (SELECT id FROM articles ORDER BY id LIMIT {0})"),
        ("claims", "report_id IN (SELECT id FROM reports WHERE article_id IN (SELECT id FROM articles ORDER BY id LIMIT {0}))"),
    ];

    /// <summary>Copies the rows of the first articles into tables of the same make, indexes included, and prints the rate.</summary>
    public static async Task PrintAsync(string connectionString, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        var articles = Math.Min(Articles, (long)(await ScalarAsync(connection, "SELECT count(*) FROM articles", cancellation))!);
        var spent = TimeSpan.Zero;
        foreach (var (table, which) in Tables)
        {
            // Columns that the database makes itself cannot be copied.
            var columns = (string)(await ScalarAsync(connection, $"SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''", cancellation))!;
            await ScalarAsync(connection, $"CREATE TABLE copied_{table} (LIKE {table} INCLUDING ALL)", cancellation);
            using var rows = new MemoryStream();
            await using (var read = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {columns} FROM {table} WHERE {string.Format(CultureInfo.InvariantCulture, which, articles)}) TO STDOUT (FORMAT binary)", cancellation))
                await read.CopyToAsync(rows, cancellation);
            rows.Position = 0;
            var began = Stopwatch.GetTimestamp();
            await using (var write = await connection.BeginRawBinaryCopyAsync($"COPY copied_{table} ({columns}) FROM STDIN (FORMAT binary)", cancellation))
                await rows.CopyToAsync(write, cancellation);
            spent += Stopwatch.GetElapsedTime(began);
            await ScalarAsync(connection, $"DROP TABLE copied_{table}", cancellation);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| COPY of the same rows | {articles / spent.TotalSeconds:F0} articles a second |"));
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
