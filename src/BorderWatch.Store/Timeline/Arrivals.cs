using System.Runtime.CompilerServices;
using Npgsql;

namespace BorderWatch.Store.Timeline;

/// <summary>Word from PostgreSQL that incidents were saved, by whichever process: LISTEN and NOTIFY, so that no second broker is needed.</summary>
public interface IArrivals
{
    /// <summary>Yields once whenever a save that touched incidents has been committed; several close together may be one. Ends with the token.</summary>
    /// <exception cref="NpgsqlException">The connection was lost; begin anew, and look at what happened meanwhile.</exception>
    IAsyncEnumerable<bool> ListenAsync(CancellationToken cancellation);
}

internal sealed class Arrivals(NpgsqlDataSource source) : IArrivals
{
    /// <summary>The channel's name.</summary>
    public const string Channel = "borderwatch_incidents";

    private static readonly TimeSpan s_silence = TimeSpan.FromMinutes(1);

    public async IAsyncEnumerable<bool> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(cancellation);
        while (true)
        {
            if (await connection.WaitAsync(s_silence, cancellation)) yield return true;
            // A connection that died in silence tells nothing: asked something, it fails.
            else await using (var alive = new NpgsqlCommand("SELECT 1", connection)) await alive.ExecuteNonQueryAsync(cancellation);
        }
    }
}
