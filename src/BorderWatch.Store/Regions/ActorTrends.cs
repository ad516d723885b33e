using BorderWatch.Store.Actors;

namespace BorderWatch.Store.Regions;

/// <summary>In how many incidents actors took part, step by step of a period: the steps of the summary's trend.</summary>
public sealed class ActorTrends
{
    /// <summary>Of no step.</summary>
    public static readonly ActorTrends None = new([], []);

    private readonly IReadOnlyList<DaySpan> _steps;
    private readonly ILookup<Guid, (DateOnly Day, string[] Roles, int Count)> _days;

    internal ActorTrends(IReadOnlyList<DaySpan> steps, IEnumerable<NameDays> days) =>
        (_steps, _days) = (steps, days.ToLookup(day => Guid.Parse(day.Name), day => (day.Day, day.Roles.Split(','), day.Count)));

    /// <summary>The incidents in which an actor had a role, oldest step first; zeros where it had none.</summary>
    public IReadOnlyList<int> Of(Guid actor, ActorRole role)
    {
        var counts = new int[_steps.Count];
        foreach (var (day, roles, count) in _days[actor])
        {
            if (!roles.Contains(role.ToString())) continue;
            for (var step = 0; step < counts.Length; step++)
            {
                if (day > _steps[step].To) continue;
                counts[step] += count;
                break;
            }
        }
        return counts;
    }
}
