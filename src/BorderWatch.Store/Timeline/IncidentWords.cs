using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace BorderWatch.Store.Timeline;

/// <summary>What an incident's reports say, as queries ask for it. The column with their words is not mapped: no reader of an incident wants it.</summary>
internal static class IncidentWords
{
    private static readonly MethodInfo s_said = typeof(IncidentWords).GetMethod(nameof(AreSaidOf))!;

    /// <summary>True where the incident's reports say it. In queries alone.</summary>
    /// <param name="incident">The incident's id, as the query has it.</param>
    /// <param name="search">A tsquery's text.</param>
    /// <exception cref="InvalidOperationException">Called outside a query.</exception>
    public static bool AreSaidOf(Guid incident, string search) => throw new InvalidOperationException($"{nameof(AreSaidOf)} is for queries.");

    /// <summary>Says how queries ask: the database's function of that name, over the column beside the id. It is written out into the query, so that the column's index serves.</summary>
    public static ModelBuilder HasIncidentWords(this ModelBuilder model)
    {
        model.HasDbFunction(s_said).HasTranslation(arguments =>
        {
            var (id, search) = ((ColumnExpression)arguments[0], arguments[1]);
            // The type is that of the other argument: the column is only handed on.
            var words = new ColumnExpression("search_vector", id.TableAlias, search.Type, search.TypeMapping, nullable: false);
            return new SqlFunctionExpression("says", [words, search], nullable: false, argumentsPropagateNullability: [false, false], typeof(bool), null);
        });
        return model;
    }
}
