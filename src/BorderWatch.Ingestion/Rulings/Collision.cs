using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Faults of two transactions that meet: one is done, the other looks again.</summary>
internal static class Collision
{
    /// <summary>True where doing it again can succeed.</summary>
    public static bool Is(Exception fault) =>
        fault is DbUpdateConcurrencyException
        || (fault as PostgresException ?? fault.InnerException as PostgresException) is { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
}
