using BorderWatch.Store.Desk;

namespace BorderWatch.Store.Comments;

/// <summary>Finds whom a comment names: <c>@</c> and a name, or the first word of a name that only one of them has.</summary>
public static class MentionReading
{
    /// <summary>The places where somebody is named, in the order of the text. An <c>@</c> within a word, as of a mail address, names nobody.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="people">Whom it can name.</param>
    public static IReadOnlyList<(Colleague Person, int Start, int Length)> Read(string text, IReadOnlyList<Colleague> people)
    {
        var firsts = people.GroupBy(person => First(person.Name), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() == 1).Select(group => (Name: group.Key, Person: group.Single()));
        // The longest first: "@Leyla Aziz" names her and not a Leyla.
        var names = people.Select(person => (person.Name, Person: person)).Concat(firsts).OrderByDescending(name => name.Name.Length).ToList();
        List<(Colleague, int, int)> found = [];
        for (var at = text.IndexOf('@'); at >= 0; at = at + 1 < text.Length ? text.IndexOf('@', at + 1) : -1)
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            var named = names.FirstOrDefault(name => IsAt(text, at + 1, name.Name));
            if (named.Person is not null) found.Add((named.Person, at, named.Name.Length + 1));
        }
        return found;
    }

    private static bool IsAt(string text, int start, string name) =>
        string.Compare(text, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (start + name.Length >= text.Length || !char.IsLetterOrDigit(text[start + name.Length]));

    private static string First(string name) => name.Split(' ')[0];
}
