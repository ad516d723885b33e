using BorderWatch.Web.Accounts;

namespace BorderWatch.Web.Tests.Accounts;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/incidents/7?x=1", "/incidents/7?x=1")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/sign-in?to=/sign-in", "/")]
    public void Or_LeadsToThisSiteAlone(string? to, string address) => Assert.Equal(address, LocalAddress.Or(to));

    [Theory]
    [InlineData("http://127.0.0.1:5080/", "/sign-in")]
    [InlineData("http://127.0.0.1:5080/?q=a&last=30", "/sign-in?to=%2F%3Fq%3Da%26last%3D30")]
    [InlineData("http://elsewhere.example/", "/sign-in")]
    public void SignInFor_ComesBack(string uri, string address) => Assert.Equal(address, LocalAddress.SignInFor(uri, "http://127.0.0.1:5080/"));
}
