using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace BorderWatch.Store.Bulk;

/// <summary>
/// Writes many new rows with PostgreSQL's COPY, as the model maps them. Nothing that a save does besides is done: no revision is written and
/// nothing is counted, so that the caller refreshes the incidents (<see cref="Incidents.IncidentTally"/>).
/// </summary>
public static class BulkCopy
{
    /// <summary>Writes rows into their table, in the context's current transaction where there is one.</summary>
    /// <param name="db">The store.</param>
    /// <param name="rows">New entities; what they refer to must be there already.</param>
    /// <param name="cancellation">Cancels the copy; none of these rows is written then.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="PostgresException">A row breaks a constraint of its table; none of these rows is written.</exception>
    public static async Task<ulong> CopyAsync<T>(this BorderWatchDbContext db, IEnumerable<T> rows, CancellationToken cancellation) where T : class
    {
        var columns = ColumnsOf(db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T).Name} is no entity of the store.", nameof(rows)), out var table);
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var copy = await connection.BeginBinaryImportAsync(
                $"COPY {table} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)", cancellation);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellation);
                foreach (var column in columns)
                {
                    if (column.Read(row) is { } value) await copy.WriteAsync(value, column.Type, cancellation);
                    else await copy.WriteNullAsync(cancellation);
                }
            }
            return await copy.CompleteAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static List<Column> ColumnsOf(IEntityType entity, out string table)
    {
        // The table's own columns: an entity's mapping knows nothing of those that a value of several columns has.
        var stored = entity.GetTableMappings().Single().Table;
        table = $"\"{stored.Name}\"";
        return [.. stored.Columns
            .Select(column => (Column: column, column.PropertyMappings[0].Property))
            .Where(mapped => mapped.Property.ValueGenerated is not ValueGenerated.OnAddOrUpdate) // The row's version is PostgreSQL's own.
            .Select(mapped => new Column($"\"{mapped.Column.Name}\"", mapped.Column.StoreType, mapped.Property))];
    }

    private sealed class Column(string name, string type, IProperty property)
    {
        private readonly PropertyInfo _property = property.PropertyInfo!;
        // A count of people is one property and three columns.
        private readonly PropertyInfo? _whole = (property.DeclaringType as IComplexType)?.ComplexProperty.PropertyInfo;
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name => name;

        // A length limits what is stored, not what is sent.
        public string Type { get; } = type.Split('(')[0];

        public object? Read(object row) =>
            _property.GetValue(_whole is null ? row : _whole.GetValue(row)) is { } value ? _convert is null ? value : _convert(value) : null;
    }
}
