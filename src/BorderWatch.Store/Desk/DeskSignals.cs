using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BorderWatch.Store.Desk;

/// <summary>Word from PostgreSQL of who is at which incident, and of comments; from whichever process.</summary>
public interface IDeskSignals
{
    /// <summary>Yields the incident where something was taken, let go, visited, left or commented on. Ends with the token.</summary>
    /// <exception cref="NpgsqlException">The connection was lost; begin anew, and look at what happened meanwhile.</exception>
    IAsyncEnumerable<Guid> ListenAsync(CancellationToken cancellation);
}

/// <inheritdoc cref="IDeskSignals"/>
internal sealed class DeskSignals(NpgsqlDataSource source) : IDeskSignals
{
    private const string Channel = "borderwatch_desk";

    private static readonly TimeSpan s_silence = TimeSpan.FromMinutes(1);

    /// <summary>Tells all processes; heard when the caller's transaction commits.</summary>
    public static Task SendAsync(BorderWatchDbContext db, Guid incident, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {incident.ToString()})", cancellation);

    public async IAsyncEnumerable<Guid> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var heard = System.Threading.Channels.Channel.CreateUnbounded<Guid>();
        connection.Notification += (_, word) =>
        {
            if (Guid.TryParse(word.Payload, out var incident)) heard.Writer.TryWrite(incident);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        while (true)
        {
            // A connection that died in silence tells nothing: asked something, it fails.
            if (!await connection.WaitAsync(s_silence, cancellation))
            {
                await using var alive = new NpgsqlCommand("SELECT 1", connection);
                await alive.ExecuteNonQueryAsync(cancellation);
            }
            while (heard.Reader.TryRead(out var incident)) yield return incident;
        }
    }
}
