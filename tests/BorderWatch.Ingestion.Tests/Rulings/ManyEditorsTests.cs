using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>Twenty editors at once, and the pipeline among them.</summary>
public sealed class ManyEditorsTests(PostgresFixture postgres) : EditingTest(postgres)
{
    private const int Editors = 20;

    private const int CommandsEach = 8;

    private static readonly string[] s_cities = ["Bannu", "Khorog", "Kandahar", "Herat", "Ghazni"];

    private static readonly ClaimField[] s_counts = [ClaimField.Killed, ClaimField.Injured, ClaimField.Abducted];

    [Fact]
    public async Task NoRulingIsLost_EveryChangeHasItsRevision_AndTheChainHolds()
    {
        foreach (var city in s_cities) await TellAsync($"Outlet of {city}", $"Bomb in {city}", Sample.Bomb(city));
        var ids = (await IncidentsAsync()).Select(i => i.Id).ToList();
        Assert.Equal(s_cities.Length, ids.Count);

        var done = await Task.WhenAll([.. Enumerable.Range(0, Editors).Select(editor => Task.Run(() => EditAsync(editor, ids))), Task.Run(PollAsync)]);

        await using var db = Pipeline.Open();
        var edits = done.SelectMany(d => d).ToList();
        Assert.Equal(Editors * CommandsEach, edits.Count);
        Assert.Equal(edits.Order(), (await db.Edits.Select(e => e.Id).ToListAsync(Stop)).Order());
        Assert.Equal(edits.Count, await db.Revisions.CountAsync(r => r.EditId != null, Stop));
        foreach (var incident in await IncidentsAsync())
        {
            var standing = await db.Rulings.AsNoTracking().Where(r => r.IncidentId == incident.Id && r.SupersededAt == null).ToListAsync(Stop);
            Assert.All(standing, ruling => Assert.Equal(Store.Rulings.RuledValues.Parse(ruling.Values), Ingestion.Claims.RuledFields.Of(incident, ruling.Field)));
        }
        // Each ruling took the place of the one before it: none was written over unseen.
        var steps = (await db.Edits.Select(e => e.Steps).ToListAsync(Stop)).SelectMany(EditStep.Parse).Cast<EditStep.Ruled>().ToList();
        var replaced = steps.Select(s => s.From).OfType<Guid>().ToList();
        Assert.Equal(replaced.Distinct().Count(), replaced.Count);
        Assert.Equal(steps.Select(s => s.To!.Value).Except(replaced).Order(), (await db.Rulings.Where(r => r.SupersededAt == null).Select(r => r.Id).ToListAsync(Stop)).Order());
        await AssertChainHoldsAsync();
    }

    // As a page does: asks with what it has seen, and again with what the other ruled.
    private async Task<List<Guid>> EditAsync(int editor, List<Guid> ids)
    {
        var random = new Random(editor);
        var by = new Caller(Guid.CreateVersion7(), $"Editor {editor}", Caller.Local.Permissions);
        var done = new List<Guid>();
        for (var n = 0; n < CommandsEach; n++)
        {
            var correction = new Correction(ids[random.Next(ids.Count)], s_counts[random.Next(s_counts.Length)], [Exactly(1000 * editor + n)], null, null, null);
            while (true)
            {
                var outcome = Done(await Rulings.CorrectAsync(correction, by, Stop));
                if (outcome.Edited is { } edited)
                {
                    done.Add(edited.EditId);
                    break;
                }
                correction = correction with { Seen = outcome.Theirs!.Id };
            }
        }
        return done;
    }

    // The outlets edit their articles meanwhile.
    private async Task<List<Guid>> PollAsync()
    {
        foreach (var toll in (string[])["Five", "Six", "Seven"])
        {
            foreach (var city in s_cities) await TellAsync($"Outlet of {city}", $"Bomb in {city}", Sample.Bomb(city).Replace("Four", toll, StringComparison.Ordinal));
        }
        return [];
    }
}
