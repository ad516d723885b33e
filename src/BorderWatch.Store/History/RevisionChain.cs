using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.History;

/// <summary>
/// Checks the chain of revisions. At commit a trigger gives every revision the next number and a hash over the hash before it and
/// its own words; who alters, removes or slips in a row afterwards breaks the chain from there on. The check computes the hashes
/// itself, and does not trust the database's functions.
/// </summary>
public interface IRevisionChain
{
    /// <summary>Reads every revision in order.</summary>
    /// <param name="progress">Told how many rows are checked; null tells nobody.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<ChainCheck> VerifyAsync(IProgress<long>? progress, CancellationToken cancellation);
}

/// <summary>What a check of the chain found.</summary>
/// <param name="Checked">How many revisions hold.</param>
/// <param name="Head">The last hash, in hexadecimal: kept elsewhere it tells later whether rows were cut off the end. Empty where there is no revision.</param>
/// <param name="Broken">The first revision that breaks the chain, in words; null where it holds.</param>
/// <param name="BrokenId">That revision; null where it holds, and where a row is missing.</param>
public sealed record ChainCheck(long Checked, string Head, string? Broken, Guid? BrokenId);

internal sealed class RevisionChain(IDbContextFactory<BorderWatchDbContext> contexts) : IRevisionChain
{
    private const int ReportEvery = 10_000;

    public async Task<ChainCheck> VerifyAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        long number = 0;
        byte[] hash = [];
        var rows = db.Database.SqlQuery<Row>(
            $"""
            SELECT number, id, subject_type, subject_id, (extract(epoch FROM at) * 1000000)::bigint AS at, "by", action, reason, edit_id, changes::text AS changes, hash
            FROM revisions ORDER BY number NULLS LAST, id
            """).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (row.Number is not { } said || row.Hash is null) return Broken($"Revision {row.Id} ({Words(row)}) was never chained: it was written past the trigger.", row.Id);
            if (said != number + 1) return Broken(said <= number ? $"Number {said} is there twice; the second is {row.Id} ({Words(row)})." : $"Revision number {number + 1} is missing: the next is number {said}, {row.Id} ({Words(row)}).", said <= number ? row.Id : null);
            var expected = Hash(hash, row);
            if (!expected.AsSpan().SequenceEqual(row.Hash)) return Broken($"Revision {row.Id}, number {said} ({Words(row)}), does not fit its hash: it or the hash was altered.", row.Id);
            (number, hash) = (said, expected);
            if (number % ReportEvery == 0) progress?.Report(number);
        }
        return new ChainCheck(number, Convert.ToHexStringLower(hash), null, null);

        ChainCheck Broken(string sentence, Guid? id) => new(number, Convert.ToHexStringLower(hash), sentence, id);
    }

    private static string Words(Row row) => $"{row.SubjectType} {row.SubjectId}: {row.Action}, by {row.By}";

    // Each part with its length, so that no two rows are the same bytes. The trigger does the same in SQL.
    private static byte[] Hash(byte[] before, Row row)
    {
        var words = new StringBuilder();
        foreach (var part in (string?[])
            [Number(row.Number!.Value), row.Id.ToString(), row.SubjectType, row.SubjectId.ToString(), Number(row.At), row.By, row.Action, row.Reason, row.EditId?.ToString(), row.Changes])
        {
            words.Append(part is null ? "-" : Number(Encoding.UTF8.GetByteCount(part))).Append(':').Append(part);
        }
        return SHA256.HashData([.. before, .. Encoding.UTF8.GetBytes(words.ToString())]);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(
        long? Number, Guid Id, string SubjectType, Guid SubjectId, long At, string By, string Action, string? Reason, Guid? EditId, string Changes, byte[]? Hash);
}
