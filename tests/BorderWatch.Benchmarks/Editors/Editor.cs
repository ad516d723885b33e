using System.Net;
using System.Net.Http.Json;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Benchmarks.Editors;

/// <summary>One editor, who looks at a random incident, thinks, and saves; and keeps a list of what the server said it had saved.</summary>
internal sealed class Editor(int number, Uri server, IReadOnlyList<Guid> incidents, TimeSpan thinking)
{
    private static readonly ClaimField[] s_fields = [ClaimField.Killed, ClaimField.Injured, ClaimField.Abducted];
    private readonly Random _random = new(number);
    private readonly HttpClient _http = new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
    private int _sequence;

    /// <summary>As the history shows it.</summary>
    public string Name { get; } = $"editor {number}";

    /// <summary>What was acknowledged, in order.</summary>
    public List<Acknowledged> Saved { get; } = [];

    /// <summary>What was sent and never answered: it may have been saved or not.</summary>
    public List<string> InDoubt { get; } = [];

    /// <summary>How often another editor was first, and it was said so.</summary>
    public int Conflicts { get; private set; }

    /// <summary>How often the server could not be reached, or said that its database was away.</summary>
    public int Refused { get; private set; }

    /// <summary>Refusals that are none of these.</summary>
    public List<string> Surprises { get; } = [];

    /// <summary>Edits until it is told to stop.</summary>
    public async Task EditAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var ask = new Ask("look", Name, incidents[_random.Next(incidents.Count)], s_fields[_random.Next(s_fields.Length)], 0, "", null, default);
            if (await SendAsync(ask) is { } seen) await SaveAsync(ask with { Seen = seen.Standing, Status = seen.Status });
            await Task.Delay(thinking * (2 * _random.NextDouble()), CancellationToken.None);
        }
    }

    private async Task SaveAsync(Ask seen)
    {
        var reviews = _random.Next(5) == 0;
        // The number is the editor's and the save's own, so that no two rulings say the same.
        var next = seen with { Do = reviews ? "review" : "correct", Number = 100_000 * number + ++_sequence, Token = $"{Name}, save {_sequence}" };
        await Task.Delay(_random.Next(60), CancellationToken.None);
        if (await SendAsync(next) is not { } answer)
        {
            InDoubt.Add(next.Token);
            return;
        }
        if (answer.Edit is { } edit) Saved.Add(new(next.Token, edit, next.Incident, reviews ? null : next.Field, next.Number));
        else if (answer.Error is null || reviews) Conflicts++;
        else Surprises.Add(answer.Error);
    }

    // Null where no answer came.
    private async Task<Answer?> SendAsync(Ask ask)
    {
        try
        {
            using var response = await _http.PostAsJsonAsync("", ask);
            if (response.StatusCode == HttpStatusCode.OK) return await response.Content.ReadFromJsonAsync<Answer>();
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException or System.Text.Json.JsonException)
        {
            await Task.Delay(100);
        }
        Refused++;
        return null;
    }
}
