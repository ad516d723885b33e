using BorderWatch.Store.History;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.History;

/// <summary>The chain of revisions: it holds whoever writes at once, and names the first row that somebody has been at.</summary>
public sealed class RevisionChainTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task Nothing_Holds() => Assert.Equal(new ChainCheck(0, "", null, null), await VerifyAsync());

    [Fact]
    public async Task WritersAtOnce_MakeOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async writer =>
        {
            for (var n = 0; n < 8; n++) await WriteAsync($"writer {writer}, “{n}”", n % 2 == 0 ? null : "weil es so ist – да");
        }));

        var check = await VerifyAsync();
        Assert.Equal((96, null), (check.Checked, check.Broken));
        Assert.Equal(64, check.Head.Length);
    }

    [Fact]
    public async Task RolledBackWrite_LeavesNoGap()
    {
        await WriteAsync("first");
        await using (var db = Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            db.Add(Of("never"));
            await db.SaveChangesAsync(Cancellation);
        }
        await WriteAsync("second");

        Assert.Equal((2, null), ((await VerifyAsync()) is var check ? check.Checked : 0, check.Broken));
    }

    [Theory]
    [InlineData("UPDATE revisions SET \"by\" = 'nobody' WHERE id = {0}")]
    [InlineData("UPDATE revisions SET changes = '{{\"killed\": {{\"from\": \"3\", \"to\": \"0\"}}}}' WHERE id = {0}")]
    [InlineData("UPDATE revisions SET at = at - interval '1 microsecond' WHERE id = {0}")]
    [InlineData("UPDATE revisions SET reason = '' WHERE id = {0}")]
    [InlineData("UPDATE revisions SET hash = sha256('x') WHERE id = {0}")]
    [InlineData("UPDATE revisions SET number = NULL WHERE id = {0}")]
    [InlineData("DELETE FROM revisions WHERE id = {0}")]
    public async Task RowThatSomebodyHasBeenAt_IsNamed(string tampering)
    {
        await WriteAsync("first");
        var second = await WriteAsync("second");
        await WriteAsync("third");
        await using (var db = Open()) await db.Database.ExecuteSqlRawAsync(tampering, [second], Cancellation);

        var check = await VerifyAsync();

        Assert.Equal(1, check.Checked);
        Assert.NotNull(check.Broken);
        Assert.True(check.BrokenId is null ? check.Broken.Contains("number 2 is missing", StringComparison.Ordinal) : check.BrokenId == second, check.Broken);
    }

    [Fact]
    public async Task RowWrittenPastTheTrigger_IsNamed()
    {
        await WriteAsync("first");
        await using (var db = Open()) await db.Database.ExecuteSqlRawAsync("ALTER TABLE revisions DISABLE TRIGGER chain", Cancellation);
        var slipped = await WriteAsync("slipped in");

        Assert.Equal(slipped, (await VerifyAsync()).BrokenId);
    }

    private Task<ChainCheck> VerifyAsync() => Get<IRevisionChain>().VerifyAsync(null, Cancellation);

    private async Task<Guid> WriteAsync(string action, string? reason = null)
    {
        await using var db = Open();
        var revision = Of(action, reason);
        db.Add(revision);
        await db.SaveChangesAsync(Cancellation);
        return revision.Id;
    }

    private static Revision Of(string action, string? reason = null) => new()
    {
        SubjectType = "incident",
        SubjectId = Guid.CreateVersion7(),
        At = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero).AddTicks(1234560),
        By = "Editor",
        Action = action,
        Reason = reason,
        Changes = """{"killed": {"from": "3", "to": "5"}, "title": {"from": null, "to": "Ūtžī"}}""",
    };
}
