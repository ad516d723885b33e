using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("seven green kettles")]
    [InlineData("ҳафт чойники сабз")]
    [InlineData("x7#Kp!q0zRt4")]
    [InlineData("correct horse battery staple")]
    public void Good_IsTaken(string password) => Assert.Null(PasswordRule.Problem(password, "Rosa Blum", "r.blum@desk.example"));

    [Theory]
    [InlineData("eleven char", "The password has 11 characters; use at least 12.")]
    [InlineData("aaaaaaaaaaaaaaaa", "The password repeats itself")]
    [InlineData("passpasspass", "The password repeats itself")]
    [InlineData("secretsecretsecret", "The password repeats itself")]
    [InlineData("123456789012", "The password repeats itself or counts up")]
    [InlineData("abcdefghijkl", "The password repeats itself or counts up")]
    [InlineData("987654321098", "The password repeats itself or counts up")]
    [InlineData("my name is ROSA", "The password holds “Rosa”")]
    [InlineData("r.blum and friends", "The password holds “Blum”")]
    [InlineData("the desk.example password", "The password holds “desk.example”")]
    [InlineData("borderwatch 2026", "The password holds “borderwatch”")]
    public void Guessable_IsRefused(string password, string error) => Assert.StartsWith(error, PasswordRule.Problem(password, "Rosa Blum", "r.blum@desk.example"));

    [Fact]
    public void TooLong_IsRefused() => Assert.StartsWith("The password has 129 characters; use at most 128.", PasswordRule.Problem(string.Concat(Enumerable.Range(0, 129).Select(n => (char)('a' + n * 7 % 26))), "Rosa Blum", "r@desk.example"));
}
