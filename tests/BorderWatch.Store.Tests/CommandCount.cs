using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BorderWatch.Store.Tests;

/// <summary>Counts the commands that go to the server, and keeps their SQL.</summary>
public sealed class CommandCount : DbCommandInterceptor
{
    private readonly List<string> _sql = [];

    public IReadOnlyList<string> Sql => _sql;

    public void Reset() => _sql.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _sql.Add(command.CommandText);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
