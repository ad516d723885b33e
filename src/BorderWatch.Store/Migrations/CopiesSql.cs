namespace BorderWatch.Store.Migrations;

/// <summary>An incident's sources without those that printed another's account.</summary>
internal static class CopiesSql
{
    private const string Begins = "CREATE FUNCTION refresh_incidents", Ends = "$$;";

    private const string Sources = "count(DISTINCT a.source_id)::int AS sources";

    /// <summary>refresh_incidents() as <see cref="OneSearchVectorSql"/> has it, sources counted without copies.</summary>
    public static string Up => Down.Replace(Sources, "(count(DISTINCT a.source_id) FILTER (WHERE NOT r.is_copy))::int AS sources", StringComparison.Ordinal);

    /// <summary>As it was.</summary>
    public static string Down
    {
        get
        {
            var from = OneSearchVectorSql.Up.IndexOf(Begins, StringComparison.Ordinal);
            return OneSearchVectorSql.Up[from..(OneSearchVectorSql.Up.IndexOf(Ends, from, StringComparison.Ordinal) + Ends.Length)]
                .Replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", StringComparison.Ordinal);
        }
    }
}
