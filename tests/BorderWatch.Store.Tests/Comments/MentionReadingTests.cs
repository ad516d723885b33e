using BorderWatch.Store.Comments;
using BorderWatch.Store.Desk;

namespace BorderWatch.Store.Tests.Comments;

public sealed class MentionReadingTests
{
    private static readonly Colleague[] s_people =
    [
        new(Guid.NewGuid(), "Leyla Aziz"), new(Guid.NewGuid(), "Leyla Azizova"), new(Guid.NewGuid(), "Idris Vale"), new(Guid.NewGuid(), "Émile"), new(Guid.NewGuid(), "O'Neil (desk)"),
    ];

    [Theory]
    [InlineData("@Idris Vale, see this", "Idris Vale@0+11")]
    [InlineData("see this @idris", "Idris Vale@9+6")]
    [InlineData("@LEYLA AZIZOVA and (@leyla aziz)", "Leyla Azizova@0+14 Leyla Aziz@20+11")]
    [InlineData("@Leyla, which of you?", "")]
    [InlineData("idris@idris.example", "")]
    [InlineData("@idrissa", "")]
    [InlineData("@émile.", "Émile@0+6")]
    [InlineData("@O'Neil (desk)", "O'Neil (desk)@0+14")]
    [InlineData("@@idris @", "Idris Vale@1+6")]
    [InlineData("<b>@idris</b>", "Idris Vale@3+6")]
    [InlineData("@", "")]
    [InlineData("", "")]
    public void Read_FindsWhoIsNamed(string text, string found) =>
        Assert.Equal(found, string.Join(' ', MentionReading.Read(text, s_people).Select(mention => $"{mention.Person.Name}@{mention.Start}+{mention.Length}")));
}
